import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';
import { declareSchedule } from '../jobs/declare-schedule.ts';

/** Lets an organisation's failed uploads begin anew whose rest is over. */
export const retryUploadsJob = declareJob<Record<string, never>>({
  name: 'retry-uploads',
  payload: z.strictObject({}),
  maxAttempts: 5,
  key: () => 'all',
});

export const retryUploadsSchedule = declareSchedule({
  name: 'retry-uploads',
  everyMs: 5 * 60_000,
  findDue: 'find_upload_retries_due',
  job: retryUploadsJob,
});
