import { checkBelongsToNone, checkNullRows, checkOrgId, checkPrimaryKey, checkRowSecurity } from './check-columns.ts';
import { checkForeignKeys } from './check-foreign-keys.ts';
import { checkPolicies } from './check-policies.ts';
import { type CatalogueTable, listTables } from './list-tables.ts';
import type { Query } from '../query.ts';
import type { Verified } from './verified.ts';

export interface VerifyOptions {
  /** Roles whose policies may see across tenants: the owner of the functions that find one. */
  readonly exemptRoles: readonly string[];
}

/**
 * Asks the catalogue whether every tenant table is held apart: the four verification queries of a tenancy migration, and the keys.
 * Changes nothing. A role that policies apply to can't count rows; what it can't see is told and not passed over.
 */
export async function verifyTenancy(query: Query, { exemptRoles }: VerifyOptions): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const table of await listTables(query)) {
    verified.push(...(table.orgType === null ? [checkBelongsToNone(table)] : await verifyTable(query, table, exemptRoles)));
  }
  return verified;
}

async function verifyTable(query: Query, table: CatalogueTable, exemptRoles: readonly string[]): Promise<Verified[]> {
  return [
    checkOrgId(table),
    await checkNullRows(query, table),
    checkRowSecurity(table),
    await checkPolicies(query, table, exemptRoles),
    checkPrimaryKey(table),
    await checkForeignKeys(query, table),
  ];
}
