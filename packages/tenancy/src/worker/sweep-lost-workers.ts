import type { Pool } from 'pg';
import { tellOrganization } from './end-for-good.ts';
import { giveBackJobs } from './give-back-jobs.ts';
import { WorkerLost } from './job-failures.ts';
import { readPayload } from './read-payload.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** Gives back the jobs of lost workers; one that was on its last attempt ended with its worker, and its organisation is told. */
export async function sweepLostWorkers<Outside>(settings: WorkerSettings<Outside>, queue: Pool): Promise<void> {
  for (const job of await giveBackJobs(queue, settings.silentAfterMs)) {
    const isOver = job.attempt >= job.maxAttempts;
    const { orgId } = readPayload(job.payload);
    const outcome = isOver ? 'failed-for-good' : 'given-back';
    settings.log.warn({ orgId, job: job.task, jobId: job.id, attempt: job.attempt, outcome }, 'a worker was lost');
    if (isOver) await tellOrganization(settings, job, new WorkerLost());
  }
}
