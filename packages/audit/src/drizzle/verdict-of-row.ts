import type { ESTree } from '@oxlint/plugins';
import { keyOf } from '../source/key-of.ts';
import { nameOf } from '../source/name-of.ts';
import { isFunction, returnedBy } from '../source/returned-by.ts';
import { returnedFromCall } from '../source/returned-from-call.ts';
import { trace } from '../source/trace.ts';
import type { Value } from '../source/value.ts';
import { everyOf, type Verdict } from './condition.ts';
import { isOrganization } from './is-organization.ts';
import type { Reading } from './query.ts';
import type { Table } from './table-of.ts';

type ObjectNode = Extract<ESTree.Node, { type: 'ObjectExpression' }>;

/** Whether every row that a value can be (an object, a list, a `map`, a select) carries the caller's own organisation. */
export function verdictOfRow(reading: Reading, table: Table, value: Value): Verdict {
  const { node, given } = trace(reading.source, value);
  const look = (inner: ESTree.Node) => verdictOfRow(reading, table, { node: inner, given });
  switch (node.type) {
    case 'ObjectExpression':
      return verdictOfObject(reading, table, { node, given }, 'open');
    case 'ArrayExpression':
      return everyOf(node.elements.filter((element) => element !== null).map(look));
    case 'SpreadElement':
      return look(node.argument);
    case 'ConditionalExpression':
      return everyOf([look(node.consequent), look(node.alternate)]);
    case 'CallExpression':
      return verdictOfCall(reading, table, { node, given });
    default:
      return 'unknown';
  }
}

/** Property by property, for what comes later replaces: a spread of what can't be looked at may bring an organisation, or another one. */
function verdictOfObject(
  reading: Reading,
  table: Table,
  { node, given }: { node: ObjectNode; given: Value['given'] },
  before: Verdict,
): Verdict {
  return node.properties.reduce<Verdict>((verdict, property) => {
    if (property.type === 'SpreadElement') return afterSpread(reading, table, { node: property.argument, given }, verdict);
    if (keyOf(property) !== reading.settings.column) return verdict;
    const question = { ...reading, table: table.key, beside: new Set<never>(), isJoin: false };
    return isOrganization(question, { node: property.value, given }) ? 'held' : 'open';
  }, before);
}

function afterSpread(reading: Reading, table: Table, value: Value, before: Verdict): Verdict {
  const { node, given } = trace(reading.source, value);
  if (node.type === 'ObjectExpression') return verdictOfObject(reading, table, { node, given }, before);
  if (node.type === 'ConditionalExpression') {
    return everyOf([node.consequent, node.alternate].map((inner) => afterSpread(reading, table, { node: inner, given }, before)));
  }
  return before === 'held' ? 'open' : 'unknown';
}

function verdictOfCall(
  reading: Reading,
  table: Table,
  { node, given }: { node: Extract<ESTree.Node, { type: 'CallExpression' }>; given: Value['given'] },
): Verdict {
  const [first] = node.arguments;
  const name = nameOf(node) ?? '';
  if (/^(map|flatMap)$/.test(name) && first && isFunction(first)) {
    return everyOf(returnedBy(reading.source, first).map((row) => verdictOfRow(reading, table, { node: row, given })));
  }
  const selected = selectedBy(node);
  if (selected) return verdictOfRow(reading, table, { node: selected, given });
  const returned = returnedFromCall(reading.source, node, given);
  return returned ? everyOf(returned.map((row) => verdictOfRow(reading, table, row))) : 'unknown';
}

/** The columns of `db.select({ … }).from(…)…`: what an insert takes from a select. */
function selectedBy(node: ESTree.Node): ESTree.Node | null {
  if (node.type !== 'CallExpression') return null;
  if (nameOf(node) === 'select') return node.arguments[0] ?? null;
  return node.callee.type === 'MemberExpression' ? selectedBy(node.callee.object) : null;
}
