import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';
import { declareSchedule } from '../jobs/declare-schedule.ts';

/** Gives back an organisation's recordings whose worker is lost, and ends its calls whose end was never told. */
export const cleanStaleJob = declareJob<Record<string, never>>({
  name: 'clean-stale',
  payload: z.strictObject({}),
  maxAttempts: 5,
  key: () => 'all',
});

export const cleanStaleSchedule = declareSchedule({ name: 'clean-stale', everyMs: 60_000, findDue: 'find_stale_due', job: cleanStaleJob });
