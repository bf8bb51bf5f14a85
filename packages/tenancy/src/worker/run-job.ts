import type { Pool } from 'pg';
import { TenantRefused } from '../tenant-refused.ts';
import { describeFailure } from './describe-failure.ts';
import { endForGood } from './end-for-good.ts';
import { LockLost, PayloadRefused, WorkerStops } from './job-failures.ts';
import type { LockedJob } from './locked-job.ts';
import { readPayload } from './read-payload.ts';
import { completeJob, postponeJob, returnJob } from './settle-job.ts';
import { tenantEntry } from './tenant-entry.ts';
import type { JobCounts, TenantTask } from './tenant-task.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';
import { withinLimit } from './within-limit.ts';

type Outcome = 'done' | 'failed' | 'failed-for-good' | 'given-back' | 'lock-lost';

/** What the queue keeps as the error of a run: told already, and without anybody's data. */
class JobFailed extends Error {
  constructor(kept: string) {
    super(kept);
    this.name = 'JobFailed';
  }
}

/**
 * Runs one locked job and settles it, with one log line. @throws JobFailed for every ending but `done`, so that the queue
 * notes it and tries again when it may.
 */
export async function runJob<Outside>(
  settings: WorkerSettings<Outside>,
  queue: Pool,
  task: TenantTask<Outside>,
  job: LockedJob,
  stopping: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const tell = (outcome: Outcome, fields: object) => {
    const told = { orgId: readPayload(job.payload).orgId, job: job.task, jobId: job.id, attempt: job.attempt, outcome };
    const line = { ...told, ...fields, durationMs: Math.round(performance.now() - startedAt) };
    if (outcome === 'done') settings.log.info(line, 'job done');
    else settings.log.warn(line, `job ${outcome}`);
  };
  try {
    const counts = await attempt(settings, task, job, stopping);
    if (!(await completeJob(queue, job))) throw new LockLost();
    tell('done', { count: counts ?? {} });
  } catch (error) {
    const { kept, logged } = describeFailure(error, settings.isOurs);
    const outcome = await settle(settings, queue, job, error).catch((unsettled: unknown): Outcome => {
      settings.log.error({ jobId: job.id, ...describeFailure(unsettled, settings.isOurs).logged }, 'a job could not be settled');
      return 'failed';
    });
    tell(outcome, logged);
    throw new JobFailed(kept);
  }
}

async function attempt<Outside>(
  { tenancy, outside, jobLimitMs }: WorkerSettings<Outside>,
  task: TenantTask<Outside>,
  job: LockedJob,
  stopping: AbortSignal,
): Promise<JobCounts | void> {
  const { orgId, own } = readPayload(job.payload);
  if (orgId === null) throw new PayloadRefused('it names no organisation');
  const handle = task.accept(own);
  if (!handle) throw new PayloadRefused('it does not fit the task');
  const entry = tenantEntry(tenancy, orgId, job);
  try {
    // An organisation that is closed, or never was, is refused here, before anything of the handler runs.
    await entry.enter(async () => {});
    const facts = { id: job.id, attempt: job.attempt, isLastAttempt: job.attempt >= job.maxAttempts };
    return await withinLimit(jobLimitMs, stopping, (signal) =>
      handle({ orgId, tenant: entry.enter, outside, job: facts, workerId: job.lockedBy, signal }),
    );
  } finally {
    entry.close();
  }
}

async function settle<Outside>(settings: WorkerSettings<Outside>, queue: Pool, job: LockedJob, error: unknown): Promise<Outcome> {
  if (error instanceof LockLost) return 'lock-lost';
  if (error instanceof WorkerStops) return (await returnJob(queue, job)) ? 'given-back' : 'lock-lost';
  if (isOver(settings, job, error)) {
    await endForGood(settings, queue, job, error);
    return 'failed-for-good';
  }
  if (error instanceof Error && 'retryAfterMs' in error && typeof error.retryAfterMs === 'number') {
    await postponeJob(queue, job, error.retryAfterMs);
  }
  return 'failed';
}

function isOver<Outside>(settings: WorkerSettings<Outside>, job: LockedJob, error: unknown): boolean {
  if (error instanceof PayloadRefused || job.attempt >= job.maxAttempts) return true;
  return (error instanceof TenantRefused && error.code === 'TN003') || settings.isPermanent(error);
}
