import type { IdentityDatabase } from '@ringfence/db';
import { sql } from 'drizzle-orm';

type Database = IdentityDatabase['database'];

/** Where a user belongs just now, the longest membership first. */
export async function organizationIdsOf(database: Pick<Database, 'execute'>, userId: string): Promise<string[]> {
  const rows = await database.execute<{ org_id: string }>(sql`select org_id from public.organizations_of_user(${userId}::uuid)`);
  return rows.map((row) => row.org_id);
}

/** Whether a user belongs to an organisation just now. */
export async function isMember(database: Database, { userId, orgId }: { userId: string; orgId: string }): Promise<boolean> {
  return (await organizationIdsOf(database, userId)).includes(orgId);
}
