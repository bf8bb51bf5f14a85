import type { Pool } from 'pg';
import type { Admissions } from './admissions.ts';
import { describeFailure } from './describe-failure.ts';
import { PayloadRefused } from './job-failures.ts';
import { JobPostponed } from './job-postponed.ts';
import type { LockedJob } from './locked-job.ts';
import { readPayload } from './read-payload.ts';
import { type FailedOutcome, settleFailure } from './settle-failure.ts';
import { tenantEntry } from './tenant-entry.ts';
import type { JobCounts, TenantTask } from './tenant-task.ts';
import type { Tally } from './tally.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';
import { withinLimit } from './within-limit.ts';

/** A job of a later version waits for a worker of that version, which a deployment brings soon. */
const NEWER_WORKER_MS = 15_000;

export interface JobSupport {
  readonly queue: Pool;
  readonly tally: Tally;
  readonly admissions: Admissions;
  /** Removes a finished job; false when it was given to another worker. */
  complete(job: LockedJob): Promise<boolean>;
}

/** What the queue is told of a run that didn't end well; all else is settled by then. */
class JobFailed extends Error {
  constructor(kept: string) {
    super(kept);
    this.name = 'JobFailed';
  }
}

/**
 * Runs one locked job and settles it, with one log line. One that ended well is being removed when this resolves; `finished` follows, and
 * never fails. @throws JobFailed for every other ending, settled by then as far as that was possible.
 */
export async function runJob<Outside>(
  settings: WorkerSettings<Outside>,
  support: JobSupport,
  task: TenantTask<Outside>,
  job: LockedJob,
  stopping: AbortSignal,
): Promise<{ finished: Promise<void> }> {
  const startedAt = performance.now();
  function tell(outcome: FailedOutcome | 'done', fields: object, reason?: string): void {
    support.tally.count(reason === undefined ? { job: job.task, outcome } : { job: job.task, outcome, reason });
    const told = { orgId: readPayload(job.payload).orgId, job: job.task, jobId: job.jobId, attempt: job.attempt, outcome };
    const line = { ...told, ...fields, durationMs: Math.round(performance.now() - startedAt) };
    if (outcome === 'done') settings.log.info(line, 'job done');
    else settings.log.warn(line, `job ${outcome}`);
  }
  function tellUnsettled(error: unknown): void {
    settings.log.error({ jobId: job.jobId, ...describeFailure(error, settings.isOurs).logged }, 'a job could not be settled');
  }
  async function finish(counts: JobCounts): Promise<void> {
    try {
      if (await support.complete(job)) tell('done', { count: counts });
      else tell('lock-lost', {});
    } catch (error) {
      tellUnsettled(error);
    }
  }
  try {
    const counts = await attempt(settings, support.admissions, { task, job, stopping });
    return { finished: finish(counts ?? {}) };
  } catch (error) {
    const { kept, logged, kind } = describeFailure(error, settings.isOurs);
    const outcome = await settleFailure(settings, support.queue, job, error, kept).catch((unsettled: unknown): FailedOutcome => {
      tellUnsettled(unsettled);
      return 'failed';
    });
    tell(outcome, logged, kind);
    throw new JobFailed(kept);
  }
}

async function attempt<Outside>(
  { tenancy, outside, jobLimitMs }: WorkerSettings<Outside>,
  admissions: Admissions,
  { task, job, stopping }: { readonly task: TenantTask<Outside>; readonly job: LockedJob; readonly stopping: AbortSignal },
): Promise<JobCounts | void> {
  const { orgId, version, own } = readPayload(job.payload);
  if (orgId === null) throw new PayloadRefused('it names no organisation');
  if (version > task.version) throw new JobPostponed(NEWER_WORKER_MS);
  const handle = task.accept(own, version);
  if (!handle) throw new PayloadRefused('it does not fit the task');
  const entry = tenantEntry(tenancy, orgId, job.jobId);
  try {
    // An organisation that is closed, or never was, is refused here, before anything of the handler runs.
    if (!admissions.isFresh(orgId)) {
      await entry.enter(async () => {}, { isOneTrip: true });
      admissions.note(orgId);
    }
    const facts = { id: job.jobId, attempt: job.attempt, isLastAttempt: job.attempt >= job.maxAttempts };
    return await withinLimit(jobLimitMs, stopping, (signal) =>
      handle({ orgId, tenant: entry.enter, outside, job: facts, workerId: job.lockedBy, signal }),
    );
  } finally {
    entry.close();
  }
}
