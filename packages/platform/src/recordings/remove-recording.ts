import { NotFound } from '@ringfence/domain';
import { type FindRecording, removeObjectsJob } from '@ringfence/domain/recordings';
import { recordings, removedRecordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { touchCall } from '../calls/touch-call.ts';
import { enqueue } from '../jobs/enqueue.ts';

/**
 * Removes a recording for good: its row and all that hangs on it at once, its sound by a job that leaves with the transaction. The
 * database keeps a tombstone, so that nothing that is told later brings it back. A second time is quiet.
 * @throws NotFound if this organisation never had such a recording.
 */
export async function removeRecording(db: TenantDb, { recordingId }: FindRecording): Promise<{ recordingId: string }> {
  const [removed] = await db
    .delete(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId)))
    .returning({ callId: recordings.callId });
  if (!removed) {
    await refuseUnlessRemoved(db, recordingId);
    return { recordingId };
  }
  await Promise.all([
    enqueue(db, removeObjectsJob, { recordingId }),
    touchCall(db, removed.callId),
    writeAudit(db, { action: 'recording.remove', target: recordingId }),
  ]);
  return { recordingId };
}

async function refuseUnlessRemoved(db: TenantDb, recordingId: string): Promise<void> {
  const [tombstone] = await db
    .select({ id: removedRecordings.id })
    .from(removedRecordings)
    .where(and(eq(removedRecordings.orgId, db.orgId), eq(removedRecordings.id, recordingId)));
  if (!tombstone) throw new NotFound('recording');
}
