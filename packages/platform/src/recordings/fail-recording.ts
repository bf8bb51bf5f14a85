import { nextRoundAt } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { isHeld } from './is-held.ts';
import type { Lease } from './lease.ts';
import { type FailedAttempt, noteFailedAttempt } from './note-failed-attempt.ts';
import { noteStep } from './note-step.ts';

/** Ends a recording as failed, with the reason, and with the time of its next round where one may go better; nothing changes when the lease is lost. */
export async function failRecording(db: TenantDb, lease: Lease, attempt: FailedAttempt): Promise<void> {
  const isOurs = and(eq(recordings.orgId, db.orgId), isHeld(lease));
  const [held] = await db
    .select({ rounds: recordings.rounds, deletesAt: recordings.deletesAt })
    .from(recordings)
    .where(isOurs)
    .for('update');
  if (!held) return;
  const retryAt = nextRoundAt({ ...held, reason: attempt.reason }, new Date());
  const [failed] = await db
    .update(recordings)
    .set({ status: 'failed', failureReason: attempt.reason, lastError: attempt.message, retryAt, leaseUntil: null, leaseWorker: null })
    .where(isOurs)
    .returning({ callId: recordings.callId, callLogId: recordings.callLogId });
  if (!failed) return;
  await Promise.all([
    noteFailedAttempt(db, lease, failed.callLogId, attempt),
    noteStep(db, { ...attempt, recordingId: lease.recordingId, kind: 'given-up', attempt: lease.attempt }),
  ]);
  await touchCall(db, failed.callId);
}
