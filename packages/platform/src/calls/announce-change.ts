import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

export const CALLS_CHANNEL = 'ringfence_calls';

/** Tells every server, at the commit, that a call changed. Opaque ids alone: whoever listens reads again as a tenant. */
export async function announceChange(db: TenantDb, callId: string): Promise<void> {
  await db.execute(sql`select pg_notify(${CALLS_CHANNEL}, ${JSON.stringify({ org: db.orgId, call: callId })})`);
}
