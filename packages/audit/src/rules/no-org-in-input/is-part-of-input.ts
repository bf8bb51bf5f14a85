import type { ESTree, SourceCode, Variable } from '@oxlint/plugins';
import { nameOf } from '../../source/name-of.ts';

/**
 * Whether a piece of a schema is taken as an input: it stands in `.input(…)`, is a constant that does, or, where every schema of the
 * file is an input, it is exported. Followed through constants of the file.
 */
export function isPartOfInput(source: SourceCode, node: ESTree.Node, isEvery: boolean, seen: ReadonlySet<Variable> = new Set()): boolean {
  for (let at: ESTree.Node | null = node; at; at = at.parent) {
    if (at.parent?.type === 'CallExpression' && at.parent.callee !== at && nameOf(at.parent) === 'input') return true;
    if (at.type === 'VariableDeclarator') return isVariableOfInput(source, at, isEvery, seen);
    if (at.type === 'FunctionDeclaration') return false;
  }
  return false;
}

function isVariableOfInput(source: SourceCode, declarator: ESTree.Node, isEvery: boolean, seen: ReadonlySet<Variable>): boolean {
  const [variable] = source.scopeManager.getDeclaredVariables(declarator);
  if (!variable || seen.has(variable)) return false;
  if (isEvery && declarator.parent?.parent?.type === 'ExportNamedDeclaration') return true;
  const further = new Set([...seen, variable]);
  return variable.references.some(({ identifier, init }) => {
    if (init) return false;
    return (isEvery && identifier.parent?.type === 'ExportSpecifier') || isPartOfInput(source, identifier, isEvery, further);
  });
}
