import type { ESTree } from '@oxlint/plugins';
import { findVariable } from '../source/find-variable.ts';
import { nameOf } from '../source/name-of.ts';
import { returnedFromCall } from '../source/returned-from-call.ts';
import { trace } from '../source/trace.ts';
import { unwrap } from '../source/unwrap.ts';
import { type Value, valueOf } from '../source/value.ts';
import { writtenTo } from '../source/written-to.ts';
import { type TemplateText, templateText } from '../sql/template-text.ts';
import { anyOf, everyOf, type Question, type Verdict } from './condition.ts';
import { isOrganization } from './is-organization.ts';
import { tableOf } from './table-of.ts';
import { verdictOfText } from './verdict-of-text.ts';

type Call = Extract<ESTree.Node, { type: 'CallExpression' }>;

/** Nodes that are being looked at: what comes back to itself adds nothing, so it can't open what the rest of it holds. */
type Path = ReadonlySet<ESTree.Node>;

/** Whether a condition holds a table to one organisation, followed through names, functions of the file, `and`, `or` and `sql`. */
export function verdictOf(question: Question, value: Value, path: Path = new Set()): Verdict {
  const node = unwrap(value.node);
  if (path.has(node)) return 'held';
  const further = new Set([...path, node]);
  const look = (inner: ESTree.Node, given = value.given) => verdictOf(question, { node: inner, given }, further);
  switch (node.type) {
    case 'Identifier':
      return verdictOfName(question, { node, given: value.given }, further);
    case 'CallExpression':
      return verdictOfCall(question, { node, given: value.given }, further);
    case 'ConditionalExpression':
      return everyOf([look(node.consequent), look(node.alternate)]);
    case 'LogicalExpression':
      return node.operator === '&&' ? 'open' : everyOf([look(node.left), look(node.right)]);
    case 'ArrayExpression':
      return anyOf(node.elements.filter((element) => element !== null).map((element) => look(element)));
    case 'SpreadElement':
      return look(node.argument);
    case 'TaggedTemplateExpression':
      return verdictOfTemplate(question, templateText(node.quasi), value.given, further);
    case 'Literal':
    case 'ReturnStatement':
      return 'open';
    default:
      return 'unknown';
  }
}

function verdictOfName(question: Question, { node, given }: Value, path: Path): Verdict {
  if (node.type !== 'Identifier' || node.name === 'undefined') return 'open';
  const variable = findVariable(question.source, node);
  const handed = variable && given.get(variable);
  if (handed) return verdictOf(question, handed, path);
  const written = variable && writtenTo(variable);
  return written ? everyOf(written.map((inner) => verdictOf(question, valueOf(inner, given), path))) : 'unknown';
}

function verdictOfCall(question: Question, { node, given }: { node: Call; given: Value['given'] }, path: Path): Verdict {
  const look = (inner: ESTree.Node) => verdictOf(question, { node: inner, given }, path);
  switch (nameOf(node)) {
    case 'and':
      return anyOf(node.arguments.map(look));
    case 'or':
      return everyOf(node.arguments.map(look));
    case 'eq':
      return isEquality(question, node.arguments, given) ? 'held' : 'open';
    case 'inArray':
      return isInOrganizations(question, node.arguments, given) ? 'held' : 'open';
    default:
      return verdictOfFunction(question, { node, given }, path);
  }
}

/** Operators that hold nothing to one value. */
const LOOSE =
  /^(ne|gt|gte|lt|lte|not|isNull|isNotNull|notInArray|exists|notExists|between|notBetween|like|ilike|notLike|notIlike|arrayContains|arrayContained|arrayOverlaps)$/;

function verdictOfFunction(question: Question, { node, given }: { node: Call; given: Value['given'] }, path: Path): Verdict {
  const returned = returnedFromCall(question.source, node, given);
  if (returned) return everyOf(returned.map((value) => verdictOf(question, value, path)));
  return LOOSE.test(nameOf(node) ?? '') ? 'open' : 'unknown';
}

function isEquality(question: Question, [left, right]: ESTree.Node[], given: Value['given']): boolean {
  if (!left || !right) return false;
  return (
    isHeldTo(question, { node: left, given }, { node: right, given }) || isHeldTo(question, { node: right, given }, { node: left, given })
  );
}

function isHeldTo(question: Question, column: Value, organization: Value): boolean {
  return isColumn(question, column) && isOrganization(question, organization);
}

function isColumn(question: Question, column: Value): boolean {
  const { node, given } = trace(question.source, column);
  if (node.type !== 'MemberExpression' || nameOf(node) !== question.settings.column) return false;
  return tableOf(question, { node: node.object, given }).key === question.table;
}

function isInOrganizations(question: Question, [column, list]: ESTree.Node[], given: Value['given']): boolean {
  if (!column || list?.type !== 'ArrayExpression' || list.elements.length !== 1) return false;
  const [only] = list.elements;
  return only ? isHeldTo(question, { node: column, given }, { node: only, given }) : false;
}

/** Whether the conditions in a piece of SQL, joined by `and`, hold the table. */
export function verdictOfTemplate(question: Question, template: TemplateText, given: Value['given'], path: Path = new Set()): Verdict {
  return verdictOfText(question.settings.sqlColumn, template.text, {
    ofExpression: (index) => withExpressions(template, [index], ([node]) => verdictOf(question, { node, given }, path)),
    ofEquality: (left, right) =>
      withExpressions(template, [left, right], (nodes) => (isEquality(question, nodes, given) ? 'held' : 'open')),
    ofColumn: (index) => withExpressions(template, [index], ([node]) => (isColumn(question, { node, given }) ? 'held' : 'open')),
  });
}

function withExpressions(
  template: TemplateText,
  indexes: readonly number[],
  look: (nodes: [ESTree.Node, ...ESTree.Node[]]) => Verdict,
): Verdict {
  const [first, ...others] = indexes.flatMap((index) => template.expressions[index] ?? []);
  return first ? look([first, ...others]) : 'unknown';
}
