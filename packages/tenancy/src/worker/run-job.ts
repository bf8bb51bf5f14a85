import type { Pool } from 'pg';
import { describeFailure } from './describe-failure.ts';
import { LockLost, PayloadRefused } from './job-failures.ts';
import { JobPostponed } from './job-postponed.ts';
import type { LockedJob } from './locked-job.ts';
import { readPayload } from './read-payload.ts';
import { type FailedOutcome, settleFailure } from './settle-failure.ts';
import { completeJob } from './settle-job.ts';
import { tenantEntry } from './tenant-entry.ts';
import type { JobCounts, TenantTask } from './tenant-task.ts';
import type { Tally } from './tally.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';
import { withinLimit } from './within-limit.ts';

/** A job of a later version waits for a worker of that version, which a deployment brings soon. */
const NEWER_WORKER_MS = 15_000;

/** What the queue is told of a run that didn't end well; all else is settled by then. */
class JobFailed extends Error {
  constructor(kept: string) {
    super(kept);
    this.name = 'JobFailed';
  }
}

/** Runs one locked job and settles it, with one log line. @throws JobFailed for every ending but `done`, or the queue would remove the job. */
export async function runJob<Outside>(
  settings: WorkerSettings<Outside>,
  { queue, tally }: { readonly queue: Pool; readonly tally: Tally },
  task: TenantTask<Outside>,
  job: LockedJob,
  stopping: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const tell = (outcome: FailedOutcome | 'done', fields: object) => {
    const told = { orgId: readPayload(job.payload).orgId, job: job.task, jobId: job.jobId, attempt: job.attempt, outcome };
    const line = { ...told, ...fields, durationMs: Math.round(performance.now() - startedAt) };
    if (outcome === 'done') settings.log.info(line, 'job done');
    else settings.log.warn(line, `job ${outcome}`);
  };
  try {
    const counts = await attempt(settings, task, job, stopping);
    if (!(await completeJob(queue, job))) throw new LockLost();
    tally.count({ job: job.task, outcome: 'done' });
    tell('done', { count: counts ?? {} });
  } catch (error) {
    const { kept, logged, kind } = describeFailure(error, settings.isOurs);
    const outcome = await settleFailure(settings, queue, job, error, kept).catch((unsettled: unknown): FailedOutcome => {
      settings.log.error({ jobId: job.jobId, ...describeFailure(unsettled, settings.isOurs).logged }, 'a job could not be settled');
      return 'failed';
    });
    tally.count({ job: job.task, outcome, reason: kind });
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
  const { orgId, version, own } = readPayload(job.payload);
  if (orgId === null) throw new PayloadRefused('it names no organisation');
  if (version > task.version) throw new JobPostponed(NEWER_WORKER_MS);
  const handle = task.accept(own, version);
  if (!handle) throw new PayloadRefused('it does not fit the task');
  const entry = tenantEntry(tenancy, orgId, job.jobId);
  try {
    // An organisation that is closed, or never was, is refused here, before anything of the handler runs.
    await entry.enter(async () => {});
    const facts = { id: job.jobId, attempt: job.attempt, isLastAttempt: job.attempt >= job.maxAttempts };
    return await withinLimit(jobLimitMs, stopping, (signal) =>
      handle({ orgId, tenant: entry.enter, outside, job: facts, workerId: job.lockedBy, signal }),
    );
  } finally {
    entry.close();
  }
}
