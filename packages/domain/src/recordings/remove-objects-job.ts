import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';

export const RemoveObjects = z.strictObject({ recordingId: z.uuid() });
export type RemoveObjects = z.infer<typeof RemoveObjects>;

/** Removes from storage what a removed recording left there. */
export const removeObjectsJob = declareJob<RemoveObjects>({
  name: 'remove-objects',
  payload: RemoveObjects,
  maxAttempts: 12,
  key: ({ recordingId }) => recordingId,
});
