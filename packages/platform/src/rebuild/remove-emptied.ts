import { callLogs, calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, notExists } from 'drizzle-orm';

/** Removes those of the calls that have no leg any more. */
export async function removeEmptied(db: TenantDb, callIds: readonly string[]): Promise<void> {
  if (callIds.length === 0) return;
  const legs = db
    .select({ id: callLogs.id })
    .from(callLogs)
    .where(and(eq(callLogs.orgId, calls.orgId), eq(callLogs.callId, calls.id)));
  await db.delete(calls).where(and(eq(calls.orgId, db.orgId), inArray(calls.id, [...new Set(callIds)]), notExists(legs)));
}
