import type { Pool, PoolClient } from 'pg';
import type { LockedJob } from './locked-job.ts';

/** The pools that went silent, and those that hold jobs without ever having had a heartbeat. Their heartbeats are removed. */
const FORGET_SILENT = `
  with silent as (
    delete from public.worker_heartbeats
    where seen_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    returning pool_id)
  select pool_id from silent
  union
  select job.locked_by from graphile_worker._private_jobs job
  where job.locked_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    and not exists (select from public.worker_heartbeats heartbeat where heartbeat.pool_id = job.locked_by)`;

const NOTE_LOSS = `
  update graphile_worker._private_jobs job set last_error = 'WorkerLost: The worker went silent in the middle of the job.'
  where locked_by = any ($1)
  returning id::text, payload, attempts as attempt, max_attempts as "maxAttempts", locked_by as "lockedBy", locked_at as "lockedAt",
    (select identifier from graphile_worker._private_tasks task where task.id = job.task_id) as task`;

/** Gives back the jobs of lost workers, and returns them. Safe for any number of workers at once: a heartbeat in time wins. */
export async function giveBackJobs(queue: Pool, silentAfterMs: number): Promise<LockedJob[]> {
  const client = await queue.connect();
  try {
    await client.query('begin');
    const jobs = await giveBack(client, silentAfterMs);
    await client.query('commit');
    client.release();
    return jobs;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function giveBack(client: PoolClient, silentAfterMs: number): Promise<LockedJob[]> {
  const { rows: silent } = await client.query<{ pool_id: string }>(FORGET_SILENT, [silentAfterMs]);
  const workerIds = silent.map((row) => row.pool_id);
  if (workerIds.length === 0) return [];
  const { rows: jobs } = await client.query<LockedJob>(NOTE_LOSS, [workerIds]);
  await client.query('select graphile_worker.force_unlock_workers($1)', [workerIds]);
  return jobs;
}
