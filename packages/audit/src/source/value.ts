import type { ESTree, Variable } from '@oxlint/plugins';

/** What the parameters of a function stand for in one call of it. */
export type Given = ReadonlyMap<Variable, Value>;

/** An expression, with what the parameters in it stand for. */
export interface Value {
  readonly node: ESTree.Node;
  readonly given: Given;
}

const NOTHING: Given = new Map();

export function valueOf(node: ESTree.Node, given: Given = NOTHING): Value {
  return { node, given };
}
