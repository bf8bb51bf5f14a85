import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/** Notes that the key which is the transaction's own actor was used just now. */
export async function noteApiKeyUse(db: TenantDb): Promise<void> {
  await db.execute(sql`select public.note_api_key_use()`);
}
