import { z } from 'zod';
import { JOB_STATES } from './job-state.ts';

/** The queue of an organisation, newest first. */
export const ListJobs = z.strictObject({
  state: z.enum(JOB_STATES).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type ListJobs = z.infer<typeof ListJobs>;
