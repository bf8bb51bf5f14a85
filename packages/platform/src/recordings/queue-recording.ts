import { storeRecordingJob } from '@ringfence/domain/recordings';
import type { TenantDb } from '@ringfence/tenancy';
import { enqueue } from '../jobs/enqueue.ts';

/** Farther ahead than any provider announces that it deletes. */
const FARTHEST_MS = 10 * 365 * 86_400_000;

/**
 * Queues a recording to be fetched. What its provider deletes goes first, the soonest before all: its turn is counted from a time that
 * is past, by as much earlier as it is deleted sooner.
 */
export async function queueRecording(db: TenantDb, { id, deletesAt }: { id: string; deletesAt: Date | null }): Promise<void> {
  const runAt = deletesAt === null ? undefined : new Date(Math.min(deletesAt.getTime() - FARTHEST_MS, Date.now()));
  await enqueue(db, storeRecordingJob, { recordingId: id }, { runAt });
}
