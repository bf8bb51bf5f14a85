import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { isHeld } from './is-held.ts';
import type { Lease } from './lease.ts';
import { type FailedAttempt, noteFailedAttempt } from './note-failed-attempt.ts';

/** Ends a recording as failed, with the reason; nothing changes when the lease is lost. */
export async function failRecording(db: TenantDb, lease: Lease, attempt: FailedAttempt): Promise<void> {
  const [failed] = await db
    .update(recordings)
    .set({ status: 'failed', failureReason: attempt.reason, lastError: attempt.message, leaseUntil: null, leaseWorker: null })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ callId: recordings.callId, callLogId: recordings.callLogId });
  if (!failed) return;
  await noteFailedAttempt(db, lease, failed.callLogId, attempt);
  await touchCall(db, failed.callId);
}
