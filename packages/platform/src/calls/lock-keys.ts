import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/**
 * One transaction of this organisation at a time past this line, for each key; taken in one order, so that two never wait for
 * each other. The organisation is in the key: nobody waits for another's.
 */
export async function lockKeys(db: TenantDb, keys: readonly string[]): Promise<void> {
  const named = JSON.stringify(keys.map((key) => `${db.orgId}:${key}`));
  await db.execute(sql`
    select pg_advisory_xact_lock(hash) from (
      select distinct hashtextextended(key, 0) as hash from jsonb_array_elements_text(${named}::jsonb) as key order by hash) as sorted`);
}
