import { statusAfter } from '@ringfence/domain/calls';
import { callLogs, calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { describeCall } from './describe-call.ts';

/**
 * Derives a call anew from all its legs. The row is locked first, so that two legs' events leave nothing of each other out; but not its
 * key, which both hold since they wrote their legs: they would wait for each other.
 */
export async function deriveCall(db: TenantDb, callId: string, receivedAt: Date): Promise<void> {
  const isThisCall = and(eq(calls.orgId, db.orgId), eq(calls.id, callId));
  const [known] = await db.select({ status: calls.status }).from(calls).where(isThisCall).for('no key update');
  const legs = await db
    .select()
    .from(callLogs)
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.callId, callId)));
  const described = describeCall(legs, receivedAt);
  await db
    .update(calls)
    .set({ ...described, status: statusAfter(known?.status, described.status), updatedAt: sql`clock_timestamp()` })
    .where(isThisCall);
}
