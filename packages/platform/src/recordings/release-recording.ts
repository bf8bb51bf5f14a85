import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { isHeld } from './is-held.ts';
import type { Lease } from './lease.ts';
import { type FailedAttempt, noteFailedAttempt } from './note-failed-attempt.ts';
import { noteStep } from './note-step.ts';

/** Gives a recording back after an attempt that may go better next time; nothing changes when the lease is lost. */
export async function releaseRecording(db: TenantDb, lease: Lease, attempt: FailedAttempt): Promise<void> {
  const [released] = await db
    .update(recordings)
    .set({ status: 'pending', lastError: attempt.message, leaseUntil: null, leaseWorker: null })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ callId: recordings.callId, callLogId: recordings.callLogId });
  if (!released) return;
  await Promise.all([
    noteFailedAttempt(db, lease, released.callLogId, attempt),
    noteStep(db, { ...attempt, recordingId: lease.recordingId, kind: 'failed', attempt: lease.attempt }),
  ]);
  await touchCall(db, released.callId);
}
