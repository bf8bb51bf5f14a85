import type { CatalogueTable } from './list-tables.ts';
import type { Query } from '../query.ts';
import type { Verified } from './verified.ts';

/** The org_id is there, a uuid, and never null. */
export function checkOrgId({ name, orgType, refusesNull }: CatalogueTable): Verified {
  const found = `${orgType}, ${refusesNull ? 'not null' : 'may be null'}`;
  return { table: name, check: 'org_id', ok: orgType === 'uuid' && refusesNull, found };
}

/** No row lacks its organisation. Where the verifying role sees no rows, only the column itself can prove it. */
export async function checkNullRows(query: Query, { name, isHidden, refusesNull }: CatalogueTable): Promise<Verified> {
  const check = 'no null rows';
  if (isHidden) {
    return {
      table: name,
      check,
      ok: refusesNull,
      found: refusesNull ? 'none: the column refuses them' : 'not seen: policies hide the rows from this role',
    };
  }
  const [row] = await query<{ count: number }>(`select count(*)::int as count from ${name} where org_id is null`);
  const count = row?.count ?? 0;
  return { table: name, check, ok: count === 0, found: count === 0 ? 'none' : `${count} rows` };
}

/** Row-level security holds for the owner too. */
export function checkRowSecurity({ name, isProtected, isForced }: CatalogueTable): Verified {
  const found = isProtected ? (isForced ? 'on and forced' : 'on, not forced') : 'off';
  return { table: name, check: 'row-level security', ok: isProtected && isForced, found };
}

/** A key begins with the organisation, so that no two of them can ever clash over an id. */
export function checkPrimaryKey({ name, primaryKey }: CatalogueTable): Verified {
  const found = primaryKey.length === 0 ? 'none' : `(${primaryKey.join(', ')})`;
  return { table: name, check: 'primary key', ok: found === '(org_id, id)', found };
}

/** A table of `public` without an org_id says in its comment that it belongs to no tenant, and why. */
export function checkBelongsToNone({ name, comment }: CatalogueTable): Verified {
  const isTold = /belongs to no tenant\W+\w/i.test(comment ?? '');
  return {
    table: name,
    check: 'belongs to no tenant',
    ok: isTold,
    found: isTold ? 'told in its comment' : 'no org_id, and no comment that says why',
  };
}
