import type { ESTree, Scope, SourceCode, Variable } from '@oxlint/plugins';

/** The variable that a name means where it stands; null for a global. */
export function findVariable(source: SourceCode, node: Extract<ESTree.Node, { type: 'Identifier' }>): Variable | null {
  for (let scope: Scope | null = source.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable) return variable;
  }
  return null;
}
