import { callLogs, calls, recordings, transcriptSegments } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray } from 'drizzle-orm';

/**
 * Calls whose legs turned out to belong together become the oldest of them, with all they brought; gives its id, or undefined for none.
 * Whoever joins decides for the same one. Into a call that goes, a leg may come until its row is locked: hence the second move.
 */
export async function joinConversations(db: TenantDb, callIds: readonly string[]): Promise<string | undefined> {
  const [kept, ...others] = [...new Set(callIds)].toSorted();
  if (kept === undefined || others.length === 0) return kept;
  const areOthers = and(eq(calls.orgId, db.orgId), inArray(calls.id, others));
  await moveAll(db, others, kept);
  await db.select({ id: calls.id }).from(calls).where(areOthers).orderBy(calls.id).for('update');
  await moveAll(db, others, kept);
  await db.delete(calls).where(areOthers);
  return kept;
}

async function moveAll(db: TenantDb, from: readonly string[], callId: string): Promise<void> {
  for (const table of [callLogs, recordings, transcriptSegments]) {
    await db
      .update(table)
      .set({ callId })
      .where(and(eq(table.orgId, db.orgId), inArray(table.callId, [...from])));
  }
}
