import type { ESTree } from '@oxlint/plugins';
import { keyOf } from '../source/key-of.ts';
import { nameOf } from '../source/name-of.ts';

/** Methods that send what they are given to a database as it is. */
const SENDS = /^(query|execute|unsafe|simple|raw|queryArray|queryObject|\$(query|execute)Raw(Unsafe)?)$/;

/** What a call hands to the database as text: the first argument of `query`, `execute` and the like, or its `text`. */
export function sqlArgument(call: Extract<ESTree.Node, { type: 'CallExpression' }>): ESTree.Node | null {
  const [first] = call.arguments;
  if (!first || call.callee.type !== 'MemberExpression' || !SENDS.test(nameOf(call) ?? '')) return null;
  if (first.type !== 'ObjectExpression') return first;
  const text = first.properties.find((property) => keyOf(property) === 'text');
  return text?.type === 'Property' ? text.value : null;
}
