import type { Pool } from 'pg';
import type { LockedJob } from './locked-job.ts';

/** One run, and not a later one of the same pool: times are compared as far as JavaScript keeps them. */
const IS_THIS_RUN = `id = $1 and locked_by = $2 and abs(extract(epoch from locked_at - $3::timestamptz)) < 0.002`;
const JOBS = 'graphile_worker._private_jobs';

function thisRun(job: LockedJob): unknown[] {
  return [job.id, job.lockedBy, job.lockedAt.toISOString()];
}

/**
 * Removes a finished job, if this run still holds it; false when it was given to another worker. The queue's own completion
 * looks at the id alone, so a worker that was stopped for minutes would end another's run: here it finds nothing left to do.
 */
export async function completeJob(queue: Pool, job: LockedJob): Promise<boolean> {
  const { rowCount } = await queue.query(`delete from ${JOBS} where ${IS_THIS_RUN}`, thisRun(job));
  return rowCount === 1;
}

/** Makes this attempt the last; the failure that is thrown afterwards ends the job for good. */
export async function allowNoFurtherAttempt(queue: Pool, job: LockedJob): Promise<void> {
  await queue.query(`update ${JOBS} set max_attempts = greatest(attempts, 1) where ${IS_THIS_RUN}`, thisRun(job));
}

/** The earliest time of the next attempt; the queue's own pause is added to it. */
export async function postponeJob(queue: Pool, job: LockedJob, delayMs: number): Promise<void> {
  const runAt = `now() + make_interval(secs => $4::double precision / 1000)`;
  await queue.query(`update ${JOBS} set run_at = ${runAt} where ${IS_THIS_RUN}`, [...thisRun(job), delayMs]);
}

/** Gives a job back at once, as if this attempt had not been; false when it was given to another worker already. */
export async function returnJob(queue: Pool, job: LockedJob): Promise<boolean> {
  const { rowCount } = await queue.query(
    `update ${JOBS} set locked_by = null, locked_at = null, attempts = greatest(attempts - 1, 0) where ${IS_THIS_RUN}`,
    thisRun(job),
  );
  return rowCount === 1;
}
