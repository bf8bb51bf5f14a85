import type { ESTree } from '@oxlint/plugins';
import { nameOf } from '../source/name-of.ts';
import { unwrap } from '../source/unwrap.ts';

type Call = Extract<ESTree.Node, { type: 'CallExpression' }>;

/** One step of a query as it is written: `.where(…)`. */
export interface Step {
  readonly name: string;
  readonly call: Call;
}

/** All steps of the chain that a call belongs to, in the order they are written: `select`, `from`, `where`. */
export function readChain(call: Call): Step[] {
  return [...stepsBefore(call), ...stepsFrom(call)];
}

function stepsBefore({ callee }: Call): Step[] {
  const inner = unwrap(callee);
  if (inner.type !== 'MemberExpression') return [];
  const before = unwrap(inner.object);
  if (before.type !== 'CallExpression') return [];
  return [...stepsBefore(before), { name: nameOf(before) ?? '', call: before }];
}

function stepsFrom(call: Call): Step[] {
  const step = { name: nameOf(call) ?? '', call };
  const member = above(call);
  const next = member?.type === 'MemberExpression' && unwrap(member.object) === call ? above(member) : null;
  return next?.type === 'CallExpression' && unwrap(next.callee) === member ? [step, ...stepsFrom(next)] : [step];
}

/** What stands around a node, casts and parentheses left out. */
function above(node: ESTree.Node): ESTree.Node | null {
  const { parent } = node;
  return parent && unwrap(parent) === node ? above(parent) : parent;
}
