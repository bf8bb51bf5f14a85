import type { Pool } from 'pg';
import { PayloadRefused, WorkerStops } from './job-failures.ts';
import { JobPostponed } from './job-postponed.ts';
import type { LockedJob } from './locked-job.ts';
import { retryDelayMs } from './retry-delay.ts';
import { failJob, postponeJob, retryJob, returnJob, yieldToNext } from './settle-job.ts';
import { tellOrganization } from './tell-organization.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** What became of a job that didn't end well. */
export type FailedOutcome = 'failed' | 'failed-for-good' | 'given-back' | 'lock-lost' | 'postponed' | 'superseded';

/** Gives a run that failed its ending in the queue, and tells the organisation where that is the last one. `why` is kept beside the job. */
export async function settleFailure<Outside>(
  settings: WorkerSettings<Outside>,
  queue: Pool,
  job: LockedJob,
  error: unknown,
  why: string,
): Promise<FailedOutcome> {
  if (await yieldToNext(queue, job)) return 'superseded';
  const unlessLost = (isOurs: boolean, outcome: FailedOutcome) => (isOurs ? outcome : 'lock-lost');
  if (error instanceof WorkerStops) return unlessLost(await returnJob(queue, job), 'given-back');
  if (error instanceof JobPostponed) return unlessLost(await postponeJob(queue, job, error.delayMs, why), 'postponed');
  if (!isOver(settings, job, error)) return unlessLost(await retryJob(queue, job, retryDelayMs(job.attempt, error), why), 'failed');
  // Told first: a worker killed in between tells twice, never not.
  await tellOrganization(settings, job, error);
  return unlessLost(await failJob(queue, job, why), 'failed-for-good');
}

function isOver<Outside>(settings: WorkerSettings<Outside>, job: LockedJob, error: unknown): boolean {
  return error instanceof PayloadRefused || job.attempt >= job.maxAttempts || settings.isPermanent(error);
}
