import { storeRecordingJob } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { noteStep } from './note-step.ts';
import { queueRecording } from './queue-recording.ts';

const FREED = 'Whoever was fetching it went silent.';

/** Gives back this organisation's recordings whose worker is lost, each with a job unless one waits for it already; gives how many. */
export async function freeStaleRecordings(db: TenantDb): Promise<number> {
  const freed = await db
    .update(recordings)
    .set({ status: 'pending', lastError: FREED, leaseUntil: null, leaseWorker: null })
    .where(
      and(
        eq(recordings.orgId, db.orgId),
        eq(recordings.status, 'processing'),
        sql`public.is_lease_stale(${recordings.status}, ${recordings.leaseUntil}, clock_timestamp())`,
      ),
    )
    .returning({
      id: recordings.id,
      callId: recordings.callId,
      attempts: recordings.attempts,
      deletesAt: recordings.deletesAt,
      isQueued: sql<boolean>`public.job_due_at(${storeRecordingJob.name}, ${recordings.id}::text) is not null`,
    });
  await Promise.all(
    freed.flatMap((recording) => [
      noteStep(db, { recordingId: recording.id, kind: 'freed', attempt: recording.attempts, message: FREED }),
      ...(recording.isQueued ? [] : [queueRecording(db, recording)]),
      touchCall(db, recording.callId),
    ]),
  );
  return freed.length;
}
