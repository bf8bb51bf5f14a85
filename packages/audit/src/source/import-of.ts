import type { ESTree, Variable } from '@oxlint/plugins';

export interface Imported {
  readonly module: string;
  /** As the module calls it; `*` for the whole of it. */
  readonly name: string;
}

/** Where a variable is imported from; null for one that isn't. */
export function importOf(variable: Variable): Imported | null {
  const [definition] = variable.defs;
  if (definition?.type !== 'ImportBinding' || definition.parent?.type !== 'ImportDeclaration') return null;
  return { module: definition.parent.source.value, name: importedName(definition.node) };
}

function importedName(specifier: ESTree.Node): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type !== 'ImportSpecifier') return 'default';
  return specifier.imported.type === 'Literal' ? specifier.imported.value : specifier.imported.name;
}
