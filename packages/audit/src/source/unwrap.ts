import type { ESTree } from '@oxlint/plugins';

/** The expression inside casts, `!`, optional chains and parentheses, none of which changes a value. */
export function unwrap(node: ESTree.Node): ESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}
