import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';
import { declareSchedule } from '../jobs/declare-schedule.ts';

/** Compares an organisation's storage with its recordings, both ways. */
export const reconcileObjectsJob = declareJob<Record<string, never>>({
  name: 'reconcile-objects',
  payload: z.strictObject({}),
  maxAttempts: 3,
  key: () => 'all',
});

/** Each organisation once a day; what is due is looked for more often, so that a long stop is made up for soon. */
export const reconcileObjectsSchedule = declareSchedule({
  name: 'reconcile-objects',
  everyMs: 15 * 60_000,
  findDue: 'find_object_reviews_due',
  job: reconcileObjectsJob,
});
