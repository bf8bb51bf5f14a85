import type { ESTree, SourceCode } from '@oxlint/plugins';

export type FunctionNode = Extract<ESTree.Node, { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }>;

export function isFunction(node: ESTree.Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** Every expression a function can return; a bare `return` stands for itself. */
export function returnedBy(source: SourceCode, { body }: FunctionNode): ESTree.Node[] {
  if (!body) return [];
  return body.type === 'BlockStatement' ? returnsIn(source, body) : [body];
}

function returnsIn(source: SourceCode, node: ESTree.Node): ESTree.Node[] {
  if (node.type === 'ReturnStatement') return [node.argument ?? node];
  if (isFunction(node)) return [];
  return childrenOf(source, node).flatMap((child) => returnsIn(source, child));
}

function childrenOf(source: SourceCode, node: ESTree.Node): ESTree.Node[] {
  const keys = source.visitorKeys[node.type] ?? [];
  const children: unknown[] = keys.map((key) => Reflect.get(node, key));
  return children.flat().filter(isNode);
}

function isNode(child: unknown): child is ESTree.Node {
  return typeof child === 'object' && child !== null && 'type' in child;
}
