import type { ESTree } from '@oxlint/plugins';
import { findVariable } from '../source/find-variable.ts';
import { nameOf } from '../source/name-of.ts';
import { trace } from '../source/trace.ts';
import { unwrap } from '../source/unwrap.ts';
import type { Value } from '../source/value.ts';
import type { Question } from './condition.ts';
import type { Reading } from './query.ts';
import { tableOf } from './table-of.ts';

/** Names under which a caller's own words reach a function. An organisation among them was chosen by the caller. */
const FROM_CALLER = new Set(['input', 'payload', 'body', 'params', 'headers', 'cookies', 'query', 'searchParams']);

/** Whether a value can be the caller's own organisation: `db.orgId`, `given('orgId')`, `auth_org_id()`, a joined table's column. */
export function isOrganization(question: Question, value: Value): boolean {
  const { node, given } = trace(question.source, value);
  if (node.type === 'Literal' || node.type === 'TemplateLiteral' || (node.type === 'Identifier' && node.name === 'undefined')) return false;
  if (node.type === 'CallExpression' && isTextAlone(node)) return isNamedAsColumn(question, node.arguments[0]);
  if (node.type === 'TaggedTemplateExpression') return /\bauth_org_id\(\)/.test(question.source.getText(node.quasi));
  if (node.type === 'MemberExpression') return isOrganizationOf(question, node, given);
  return !isToldByCaller(question, node);
}

/** `placeholder('orgId')` and the like: a value that is filled in later, under a name. */
function isTextAlone({ arguments: told }: Extract<ESTree.Node, { type: 'CallExpression' }>): boolean {
  return told.length === 1 && told[0]?.type === 'Literal';
}

function isNamedAsColumn({ settings }: Question, name: ESTree.Node | undefined): boolean {
  return name?.type === 'Literal' && name.value === settings.column;
}

function isOrganizationOf(question: Question, node: Extract<ESTree.Node, { type: 'MemberExpression' }>, given: Value['given']): boolean {
  const table = tableOf(question, { node: node.object, given });
  if (table.key === question.table) return false;
  if (question.beside.has(table.key)) return question.isJoin && nameOf(node) === question.settings.column;
  if (table.kind === 'tenant') return nameOf(node) === question.settings.column;
  return !isToldByCaller(question, node);
}

/** Whether an expression reads what a caller sent: `input.orgId`, `ctx.input.orgId`, `const { orgId } = input`. */
function isToldByCaller({ source }: Pick<Reading, 'source'>, node: ESTree.Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return FROM_CALLER.has(nameOf(inner.object) ?? '') || isToldByCaller({ source }, inner.object);
  if (inner.type !== 'Identifier') return false;
  const declared = findVariable(source, inner)?.defs[0]?.node;
  const isTakenOut = declared?.type === 'VariableDeclarator' && declared.id.type === 'ObjectPattern' && declared.init;
  return isTakenOut ? FROM_CALLER.has(nameOf(declared.init ?? declared.id) ?? '') : false;
}
