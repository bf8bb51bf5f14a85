import { callLogs, failedRecordingUploads, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { beginAnew } from './begin-anew.ts';

/** What one run takes up; the rest is still due at the next. */
const AT_ONCE = 100;

/**
 * Lets this organisation's failed uploads begin anew whose rest is over; gives how many. Its calls come from `call_logs`, and the failed
 * uploads are joined to them: the organisation stands on both sides of each join.
 */
export async function retryUploads(db: TenantDb): Promise<number> {
  const due = await db
    .select({ id: recordings.id })
    .from(callLogs)
    .innerJoin(
      failedRecordingUploads,
      and(eq(failedRecordingUploads.orgId, callLogs.orgId), eq(failedRecordingUploads.callLogId, callLogs.id)),
    )
    .innerJoin(recordings, and(eq(recordings.orgId, failedRecordingUploads.orgId), eq(recordings.id, failedRecordingUploads.recordingId)))
    .where(and(eq(callLogs.orgId, db.orgId), eq(recordings.status, 'failed'), sql`${recordings.retryAt} <= clock_timestamp()`))
    .groupBy(recordings.id, recordings.retryAt)
    .orderBy(asc(recordings.retryAt))
    .limit(AT_ONCE);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  return beginAnew(db, { which: inArray(recordings.id, ids), rounds: sql`${recordings.rounds} + 1` });
}
