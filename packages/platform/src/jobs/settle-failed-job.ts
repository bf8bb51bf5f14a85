import { StoreRecording, storeRecordingJob } from '@ringfence/domain/recordings';
import type { TenantDb } from '@ringfence/tenancy';
import { z } from 'zod';
import { writeAudit } from '../audit-log/write-audit.ts';
import { abandonRecording } from '../recordings/abandon-recording.ts';

export interface FailedJob {
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
  /** In words that the organisation may read. */
  readonly why: string;
}

const OfRecording = z.object(StoreRecording.shape);

/**
 * Ends what a job worked on once the job failed for good, with an audit row. No id of the payload is repeated there, and what it
 * names is looked for in this organisation alone: it may be another's.
 */
export async function settleFailedJob(db: TenantDb, { jobId, task, payload, why }: FailedJob): Promise<void> {
  await writeAudit(db, { action: 'job.fail', target: jobId, reason: `${task}: ${why}` });
  if (task !== storeRecordingJob.name) return;
  const { success, data } = OfRecording.safeParse(payload);
  if (success) await abandonRecording(db, data, jobId);
}
