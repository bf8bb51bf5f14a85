import { FindJob, ListJobs } from '@ringfence/domain/jobs';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { cancelJob } from './cancel-job.ts';
import { listJobs } from './list-jobs.ts';
import { retryJob } from './retry-job.ts';

export const jobsRouter = router({
  /** What waits, runs and failed in the queue, newest first. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'jobs.read' })
    .input(ListJobs.optional())
    .query(({ ctx, input }) => listJobs(ctx.db, input ?? {})),
  /** Lets a job run now, one that had failed or was set aside anew. Agents and above. */
  retry: protectedOrgProcedure
    .meta({ permission: 'jobs.write' })
    .input(FindJob)
    .mutation(({ ctx, input }) => retryJob(ctx.db, input)),
  /** Removes a job that doesn't run. Agents and above. */
  cancel: protectedOrgProcedure
    .meta({ permission: 'jobs.write' })
    .input(FindJob)
    .mutation(({ ctx, input }) => cancelJob(ctx.db, input)),
});
