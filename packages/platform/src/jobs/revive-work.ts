import { StoreRecording, storeRecordingJob } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { beginAnew } from '../recordings/begin-anew.ts';

const OfRecording = z.object(StoreRecording.shape);

/** Lets go on what a job works on that is tried again: it may have been given up with the job. */
export async function reviveWork(db: TenantDb, { task, payload }: { task: string; payload: unknown }): Promise<void> {
  if (task !== storeRecordingJob.name) return;
  const { success, data } = OfRecording.safeParse(payload);
  if (success) await beginAnew(db, { which: eq(recordings.id, data.recordingId), rounds: 0 });
}
