import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { touchCall } from '../calls/touch-call.ts';
import { noteStep } from './note-step.ts';
import { queueRecording } from './queue-recording.ts';
import type { DueFinding } from './reconcile-due.ts';
import { settleFindings } from './reconcile-findings.ts';

const LOST = 'The storage had lost it.';

/** Fetches a stored recording again whose object is gone: its provider may still have it. False, when it was stored anew meanwhile. */
export async function fetchAgain(db: TenantDb, { id, recordingId, number }: DueFinding): Promise<boolean> {
  const [lost] = await db
    .update(recordings)
    .set({ status: 'pending', lastError: LOST, storedAt: null })
    .where(
      and(
        eq(recordings.orgId, db.orgId),
        eq(recordings.id, recordingId),
        eq(recordings.status, 'stored'),
        eq(recordings.leaseNumber, number),
      ),
    )
    .returning();
  await settleFindings(db, [id], lost ? 'fetched' : 'healed');
  if (!lost) return false;
  await Promise.all([
    noteStep(db, { recordingId, kind: 'retried', attempt: lost.attempts, reason: 'internal', message: LOST }),
    queueRecording(db, lost),
    touchCall(db, lost.callId),
    writeAudit(db, { action: 'recording.lost', target: recordingId }),
  ]);
  return true;
}
