import type { ESTree } from '@oxlint/plugins';
import { nameOf } from './name-of.ts';

/** A property's name as it is written: `orgId` of `{ orgId }`, `{ 'orgId': x }` and `{ orgId() {} }`; null where it is computed. */
export function keyOf(property: ESTree.Node): string | null {
  if (property.type !== 'Property') return null;
  if (property.key.type === 'Literal') return String(property.key.value);
  return property.computed ? null : nameOf(property.key);
}
