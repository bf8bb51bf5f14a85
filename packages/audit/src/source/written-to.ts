import type { ESTree, Variable } from '@oxlint/plugins';

/** Everything a variable is ever set to; null where it gets values that aren't written down as such (a parameter, an import, a loop). */
export function writtenTo(variable: Variable): ESTree.Node[] | null {
  const [definition] = variable.defs;
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return null;
  const written = variable.references.filter((reference) => reference.isWrite()).map((reference) => reference.writeExpr);
  return written.every((node) => node !== null) && written.length > 0 && definition.node.init ? written : null;
}
