import type { Pool } from 'pg';
import type { LockedJob } from './locked-job.ts';

/** One run, and not a later one of the same pool: times are compared as far as JavaScript keeps them. */
const IS_THIS_RUN = `id = $1 and locked_by = $2 and abs(extract(epoch from locked_at - $3::timestamptz)) < 0.002`;
const JOBS = 'graphile_worker._private_jobs';
const UNLOCK = 'locked_by = null, locked_at = null, updated_at = now()';
const IN_MS = `now() + make_interval(secs => greatest($4::double precision, 1000) / 1000)`;

async function settle(queue: Pool, job: LockedJob, statement: string, values: readonly unknown[] = []): Promise<boolean> {
  const { rowCount } = await queue.query(statement, [job.id, job.lockedBy, job.lockedAt.toISOString(), ...values]);
  return rowCount === 1;
}

/**
 * Removes a job that failed while another of its key was queued: that one does its work, and nobody is told of a failure. False, as
 * below, when the job was given to another worker, or no other is there.
 */
export function yieldToNext(queue: Pool, job: LockedJob): Promise<boolean> {
  if (!job.hasKey) return Promise.resolve(false);
  return settle(queue, job, `delete from ${JOBS} where ${IS_THIS_RUN} and key is null`);
}

/** Lets a failed job wait for its next attempt, a second at least. */
export function retryJob(queue: Pool, job: LockedJob, delayMs: number, why: string): Promise<boolean> {
  return settle(queue, job, `update ${JOBS} set ${UNLOCK}, run_at = ${IN_MS}, last_error = $5 where ${IS_THIS_RUN}`, [delayMs, why]);
}

/** Puts a job off, a second at least, as if this attempt had not been. */
export function postponeJob(queue: Pool, job: LockedJob, delayMs: number, why: string): Promise<boolean> {
  const attempts = 'attempts = greatest(attempts - 1, 0)';
  return settle(queue, job, `update ${JOBS} set ${UNLOCK}, ${attempts}, run_at = ${IN_MS}, last_error = $5 where ${IS_THIS_RUN}`, [
    delayMs,
    why,
  ]);
}

/** Ends a job as failed for good. How many attempts it was allowed stays with it, for whoever tries it again. */
export function failJob(queue: Pool, job: LockedJob, why: string): Promise<boolean> {
  const over = `max_attempts = greatest(attempts, 1), flags = coalesce(flags, '{}') || jsonb_build_object('maxAttempts', max_attempts)`;
  return settle(queue, job, `update ${JOBS} set ${UNLOCK}, ${over}, last_error = $4 where ${IS_THIS_RUN}`, [why]);
}

/** Gives a job back at once, as if this attempt had not been. */
export function returnJob(queue: Pool, job: LockedJob): Promise<boolean> {
  return settle(queue, job, `update ${JOBS} set ${UNLOCK}, attempts = greatest(attempts - 1, 0) where ${IS_THIS_RUN}`);
}
