import { callLogs, calls, recordings, transcriptSegments } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import type { KnownLeg } from './find-related-legs.ts';

/** A leg turned out to belong to another leg's call: moves it there with all it brought, and lets go of the call it leaves empty. */
export async function joinConversation(db: TenantDb, known: KnownLeg, callId: string): Promise<void> {
  await db.update(callLogs).set({ callId }).where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.id, known.id)));
  for (const table of [recordings, transcriptSegments]) {
    await db.update(table).set({ callId }).where(and(eq(table.orgId, db.orgId), eq(table.callLogId, known.id)));
  }
  const left = await db.$count(callLogs, and(eq(callLogs.orgId, db.orgId), eq(callLogs.callId, known.callId)));
  if (left > 0) return;
  await db.delete(calls).where(and(eq(calls.orgId, db.orgId), eq(calls.id, known.callId)));
}
