import { StoreRecording, storeRecordingJob } from '@ringfence/domain/recordings';
import type { TenantDb } from '@ringfence/tenancy';
import { z } from 'zod';
import { abandonRecording } from '../recordings/abandon-recording.ts';

export interface AbandonedJob {
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
}

const OfRecording = z.object(StoreRecording.shape);

/** Ends what a job worked on that won't run again, so that nobody waits for it. What it names is looked for in this organisation alone. */
export async function abandonWork(db: TenantDb, { jobId, task, payload }: AbandonedJob): Promise<void> {
  if (task !== storeRecordingJob.name) return;
  const { success, data } = OfRecording.safeParse(payload);
  if (success) await abandonRecording(db, data, jobId);
}
