import type { ESTree } from '@oxlint/plugins';
import { unwrap } from './unwrap.ts';

/** The last name of what is written: `from` of `db.select().from(calls)`, `orgId` of `db.orgId`; null where it is computed. */
export function nameOf(node: ESTree.Node): string | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
      return inner.name;
    case 'CallExpression':
      return nameOf(inner.callee);
    case 'MemberExpression':
      return inner.computed ? textOf(inner.property) : nameOf(inner.property);
    default:
      return null;
  }
}

function textOf(node: ESTree.Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
