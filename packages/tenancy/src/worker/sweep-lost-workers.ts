import type { Pool } from 'pg';
import { giveBackJobs } from './give-back-jobs.ts';
import { JobQuarantined } from './job-failures.ts';
import { readPayload } from './read-payload.ts';
import type { Tally } from './tally.ts';
import { tellOrganization } from './tell-organization.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** Gives back the jobs of lost workers; the organisation of one that is set aside is told. */
export async function sweepLostWorkers<Outside>(
  settings: WorkerSettings<Outside>,
  { queue, tally }: { readonly queue: Pool; readonly tally: Tally },
): Promise<void> {
  for (const job of await giveBackJobs(queue, settings.silentAfterMs, settings.mostCrashes)) {
    const { orgId, jobId: stamped } = readPayload(job.payload);
    const jobId = stamped ?? job.id;
    const outcome = job.isQuarantined ? 'quarantined' : 'given-back';
    tally.count({ job: job.task, outcome, reason: 'WorkerLost' });
    settings.log.warn({ orgId, job: job.task, jobId, attempt: job.attempt, outcome }, 'a worker was lost');
    if (job.isQuarantined) await tellOrganization(settings, { ...job, jobId }, new JobQuarantined(job.crashes));
  }
}
