import { calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { announceChange } from './announce-change.ts';

/** Says that something of a call changed, so that open pages show it. */
export async function touchCall(db: TenantDb, callId: string): Promise<void> {
  await db
    .update(calls)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(and(eq(calls.orgId, db.orgId), eq(calls.id, callId)));
  await announceChange(db, callId);
}
