import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';

export const StoreRecording = z.strictObject({ recordingId: z.uuid() });
export type StoreRecording = z.infer<typeof StoreRecording>;

/** Copies one recording from its provider to storage. */
export const storeRecordingJob = declareJob<StoreRecording>({
  name: 'store-recording',
  payload: StoreRecording,
  maxAttempts: 12,
  key: ({ recordingId }) => recordingId,
});
