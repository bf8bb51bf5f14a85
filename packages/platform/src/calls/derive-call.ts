import { leadingFirst, summarizeCall } from '@ringfence/domain/calls';
import { callLogs, calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';

/** Derives a call anew from all its legs. The row is locked first, so that two legs' events leave nothing of each other out. */
export async function deriveCall(db: TenantDb, callId: string, receivedAt: Date): Promise<void> {
  const isThisCall = and(eq(calls.orgId, db.orgId), eq(calls.id, callId));
  await db.select({ id: calls.id }).from(calls).where(isThisCall).for('update');
  const legs = leadingFirst(await db.select().from(callLogs).where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.callId, callId))));
  const { startedAt, ...summary } = summarizeCall(legs);
  const caller = legs.find((leg) => leg.fromAddress !== null);
  const called = legs.find((leg) => leg.toAddress !== null);
  await db
    .update(calls)
    .set({
      ...summary,
      startedAt: startedAt ?? receivedAt,
      fromNumber: caller?.fromNumber ?? null,
      fromAddress: caller?.fromAddress ?? null,
      toNumber: called?.toNumber ?? null,
      toAddress: called?.toAddress ?? null,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(isThisCall);
}
