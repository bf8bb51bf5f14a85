import type { ESTree } from '@oxlint/plugins';
import { nameOf } from './name-of.ts';

/** Whether a template is SQL with parameters, as Drizzle, postgres.js, Kysely and others write it. */
export function isSql({ tag }: Extract<ESTree.Node, { type: 'TaggedTemplateExpression' }>): boolean {
  return nameOf(tag) === 'sql';
}
