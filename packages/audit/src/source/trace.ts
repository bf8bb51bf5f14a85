import type { ESTree, SourceCode, Variable } from '@oxlint/plugins';
import { findVariable } from './find-variable.ts';
import { unwrap } from './unwrap.ts';
import type { Value } from './value.ts';

/** Follows names to what they were given once and for all: a constant's value, an argument. Stops at what can be several things. */
export function trace(source: SourceCode, { node, given }: Value): Value {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return { node: inner, given };
  const variable = findVariable(source, inner);
  const handed = variable && given.get(variable);
  if (handed) return trace(source, handed);
  const constant = variable && constantOf(variable);
  return constant ? trace(source, { node: constant, given }) : { node: inner, given };
}

/** What a variable is set to where it is declared, if it is set nowhere else. */
function constantOf(variable: Variable): ESTree.Node | null {
  const [definition] = variable.defs;
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return null;
  const isSetAgain = variable.references.some((reference) => reference.isWrite() && !reference.init);
  return isSetAgain ? null : definition.node.init;
}
