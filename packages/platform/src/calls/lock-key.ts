import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/** One transaction of this organisation at a time past this line, for one key. The organisation is in it: nobody waits for another's. */
export async function lockKey(db: TenantDb, key: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${db.orgId}:${key}`}, 0))`);
}
