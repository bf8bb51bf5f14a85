import { connections, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { touchCall } from '../calls/touch-call.ts';
import type { ClaimedRecording } from './claim-recording.ts';
import { isHeld } from './is-held.ts';
import type { FailedAttempt } from './note-failed-attempt.ts';
import { noteStep } from './note-step.ts';

/**
 * Gives a recording back without counting the attempt, since its connection's credential was refused, and fetches nothing for the
 * connection until somebody mends it; its people are told. Whoever was refused with a secret that has been changed since pauses nothing.
 */
export async function pauseDownloads(db: TenantDb, claimed: ClaimedRecording, attempt: FailedAttempt): Promise<void> {
  const [paused] = await db
    .update(connections)
    .set({ pausedAt: sql`clock_timestamp()`, pauseReason: 'sign-in-refused' })
    .where(
      and(
        eq(connections.orgId, db.orgId),
        eq(connections.id, claimed.connectionId),
        isNull(connections.pausedAt),
        eq(connections.secretSealed, claimed.secretSealed),
        sql`${connections.fetchKeySealed} is not distinct from ${claimed.fetchKeySealed}`,
      ),
    )
    .returning({ id: connections.id });
  if (paused) await writeAudit(db, { action: 'connection.pause', target: paused.id, reason: attempt.message });
  await giveBack(db, claimed, attempt);
}

async function giveBack(db: TenantDb, { lease }: ClaimedRecording, attempt: FailedAttempt): Promise<void> {
  const [given] = await db
    .update(recordings)
    .set({ status: 'pending', attempts: sql`${recordings.attempts} - 1`, lastError: attempt.message, leaseUntil: null, leaseWorker: null })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ callId: recordings.callId });
  if (!given) return;
  await noteStep(db, { ...attempt, recordingId: lease.recordingId, kind: 'refused', attempt: lease.attempt });
  await touchCall(db, given.callId);
}
