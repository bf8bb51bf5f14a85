import type { StoreRecording } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, lt, or, sql } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { noteStep } from './note-step.ts';

const CUT_SHORT = { reason: 'internal', message: 'The job was cut short for the last time.' } as const;

/**
 * Ends a recording whose job will never run again, so that nobody waits for it. What is stored or failed stays as it is, and so does what
 * another job's worker holds: that one ends it itself, or is found to be lost.
 */
export async function abandonRecording(db: TenantDb, { recordingId }: StoreRecording, jobId: string): Promise<void> {
  const isFree = or(eq(recordings.leaseJob, jobId), lt(recordings.leaseUntil, sql`clock_timestamp()`));
  const [abandoned] = await db
    .update(recordings)
    .set({ status: 'failed', failureReason: CUT_SHORT.reason, lastError: CUT_SHORT.message, leaseUntil: null, leaseWorker: null })
    .where(
      and(
        eq(recordings.orgId, db.orgId),
        eq(recordings.id, recordingId),
        or(eq(recordings.status, 'pending'), and(eq(recordings.status, 'processing'), isFree)),
      ),
    )
    .returning({ callId: recordings.callId, attempts: recordings.attempts });
  if (!abandoned) return;
  await noteStep(db, { ...CUT_SHORT, recordingId, kind: 'given-up', attempt: abandoned.attempts });
  await touchCall(db, abandoned.callId);
}
