import type { ESTree, Variable } from '@oxlint/plugins';
import { findVariable } from '../source/find-variable.ts';
import { importOf } from '../source/import-of.ts';
import { keyOf } from '../source/key-of.ts';
import { nameOf } from '../source/name-of.ts';
import { trace } from '../source/trace.ts';
import { unwrap } from '../source/unwrap.ts';
import { type Value, valueOf } from '../source/value.ts';
import type { Reading, TableKey } from './query.ts';

/** A table as a query names it. `other` has no tenant of its own: a global table, a sub-select, a CTE. */
export interface Table {
  readonly kind: 'tenant' | 'other' | 'unknown';
  readonly key: TableKey;
  readonly name: string;
}

/** Which table an expression means, by where it is imported from or how it is made: there are no types to ask. */
export function tableOf(reading: Reading, { node, given }: Value): Table {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return memberOf(reading, inner);
  if (inner.type !== 'Identifier') return { kind: isMadeInside(inner) ? 'other' : 'unknown', key: written(reading, inner), name: 'this' };
  const variable = findVariable(reading.source, inner);
  const handed = variable && given.get(variable);
  if (handed) return tableOf(reading, handed);
  return variable ? tableOfVariable(reading, variable, given) : { kind: 'unknown', key: inner.name, name: inner.name };
}

function tableOfVariable(reading: Reading, variable: Variable, given: Value['given']): Table {
  const imported = importOf(variable);
  if (imported) return reading.settings.isSchema(imported.module) ? exported(reading, imported.name) : other(variable);
  const { node } = trace(reading.source, valueOf(variable.identifiers[0] ?? variable.scope.block, given));
  return { kind: kindOfVariable(reading, variable, node, given), key: sameTable(reading, node, given) ?? variable, name: variable.name };
}

function kindOfVariable(reading: Reading, variable: Variable, node: ESTree.Node, given: Value['given']): Table['kind'] {
  const elements = loopedOver(reading, variable);
  if (elements) return kindOfAll(elements.map((element) => tableOf(reading, valueOf(element, given)).kind));
  if (node.type !== 'CallExpression') return sameTable(reading, node, given) ? tableOf(reading, { node, given }).kind : 'unknown';
  const [first, columns] = node.arguments;
  if (/^(alias|aliasedTable)$/.test(nameOf(node) ?? '') && first) return tableOf(reading, { node: first, given }).kind;
  if (/^(pgTable|table)$/.test(nameOf(node) ?? '') && columns?.type === 'ObjectExpression') {
    return columns.properties.some((property) => keyOf(property) === reading.settings.column) ? 'tenant' : 'other';
  }
  return isMadeInside(node) ? 'other' : 'unknown';
}

/** A constant that is another name of a table is that table; the result of a call (an alias) is one of its own. */
function sameTable(reading: Reading, node: ESTree.Node, given: Value['given']): TableKey | null {
  if (node.type === 'MemberExpression') return memberOf(reading, node).key;
  if (node.type !== 'Identifier') return null;
  const variable = findVariable(reading.source, node);
  return variable && importOf(variable) ? tableOfVariable(reading, variable, given).key : null;
}

function memberOf(reading: Reading, node: Extract<ESTree.Node, { type: 'MemberExpression' }>): Table {
  const object = unwrap(node.object);
  const variable = object.type === 'Identifier' ? findVariable(reading.source, object) : null;
  const imported = variable && importOf(variable);
  const name = nameOf(node) ?? 'this';
  if (imported?.name === '*' && reading.settings.isSchema(imported.module)) return exported(reading, name);
  return { kind: 'unknown', key: written(reading, node), name };
}

function exported({ settings }: Reading, name: string): Table {
  return { kind: settings.globalTables.has(name) ? 'other' : 'tenant', key: `schema:${name}`, name };
}

function other(variable: Variable): Table {
  return { kind: 'other', key: variable, name: variable.name };
}

/** A sub-select, a CTE or a piece of SQL, whose own tables are looked at where they are named. */
function isMadeInside(node: ESTree.Node): boolean {
  return node.type === 'TaggedTemplateExpression' || (node.type === 'CallExpression' && /^(as|mapWith)$/.test(nameOf(node) ?? ''));
}

/** What `for (const table of [a, b])` goes through. */
function loopedOver({ source }: Reading, variable: Variable): ESTree.Node[] | null {
  const loop = variable.defs[0]?.parent?.parent;
  if (loop?.type !== 'ForOfStatement') return null;
  const { node } = trace(source, valueOf(loop.right));
  if (node.type !== 'ArrayExpression') return null;
  return node.elements.filter((element) => element !== null);
}

function kindOfAll(kinds: readonly Table['kind'][]): Table['kind'] {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'other')) return 'other';
  return kinds.includes('unknown') || kinds.length === 0 ? 'unknown' : 'tenant';
}

function written({ source }: Reading, node: ESTree.Node): string {
  return source.getText(node);
}
