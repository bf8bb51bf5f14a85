import type { Pool, PoolClient } from 'pg';

/** A job of a lost worker, as it was left behind. */
export interface GivenBackJob {
  readonly id: string;
  readonly task: string;
  readonly payload: unknown;
  readonly attempt: number;
  readonly crashes: number;
  readonly isQuarantined: boolean;
}

/**
 * The pools that went silent, and those that hold jobs without ever having had a heartbeat. Their heartbeats are removed. While Postgres
 * itself was away nobody could beat: silence counts from its start.
 */
const FORGET_SILENT = `
  with silent as (
    delete from public.worker_heartbeats
    where greatest(seen_at, pg_postmaster_start_time()) < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    returning pool_id)
  select pool_id from silent
  union
  select job.locked_by from graphile_worker._private_jobs job
  where greatest(job.locked_at, pg_postmaster_start_time()) < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    and job.locked_at is not null
    and not exists (select from public.worker_heartbeats heartbeat where heartbeat.pool_id = job.locked_by)`;

/**
 * No attempt is counted, but a crash is: for the suspect among a lost worker's jobs, if there is one, else for all of them. Who has one
 * crash left is a suspect, and no worker runs two; so a job that brings workers down takes nobody with it into quarantine.
 */
const GIVE_BACK = `
  with lost as (
    select id, locked_by, attempts, coalesce(flags, '{}') as flags from graphile_worker._private_jobs where locked_by = any ($1) for update),
  counted as (
    select id, attempts, flags, coalesce((flags ->> 'crashes')::integer, 0)
      + case when flags ? 'suspect' or not bool_or(flags ? 'suspect') over (partition by locked_by) then 1 else 0 end as crashes
    from lost),
  judged as (
    select id, attempts as attempt, crashes, crashes >= $2 as is_over, flags
      || case when crashes > 0 then jsonb_build_object('crashes', crashes) else '{}' end
      || case when crashes = $2 - 1 then '{"suspect": true}'::jsonb else '{}' end as flags
    from counted)
  update graphile_worker._private_jobs job set
    locked_by = null, locked_at = null, updated_at = now(),
    attempts = case when is_over then attempts else greatest(attempts - 1, 0) end,
    max_attempts = case when is_over then greatest(attempts, 1) else max_attempts end,
    flags = judged.flags || case when is_over then jsonb_build_object('quarantined', true, 'maxAttempts', max_attempts) else '{}' end,
    last_error = 'WorkerLost: The worker was lost in the middle of the job.'
  from judged where judged.id = job.id
  returning job.id::text, payload, attempt, crashes, is_over as "isQuarantined",
    (select identifier from graphile_worker._private_tasks task where task.id = job.task_id) as task`;

/** Wakes as many workers as there are jobs: what was given back doesn't wait for their next look. */
const WAKE = `select pg_notify('jobs:insert', json_build_object('r', random(), 'count', $1::integer)::text)`;

/**
 * Gives back the jobs of workers that were silent for so long, and returns them; the one that took `mostCrashes` workers with it is set
 * aside. Safe for any number of workers at once: a heartbeat in time wins.
 */
export async function giveBackJobs(queue: Pool, silentAfterMs: number, mostCrashes: number): Promise<GivenBackJob[]> {
  const client = await queue.connect();
  try {
    await client.query('begin');
    const jobs = await giveBack(client, silentAfterMs, mostCrashes);
    await client.query('commit');
    client.release();
    return jobs;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function giveBack(client: PoolClient, silentAfterMs: number, mostCrashes: number): Promise<GivenBackJob[]> {
  const { rows: silent } = await client.query<{ pool_id: string }>(FORGET_SILENT, [silentAfterMs]);
  if (silent.length === 0) return [];
  const { rows: jobs } = await client.query<GivenBackJob>(GIVE_BACK, [silent.map((row) => row.pool_id), mostCrashes]);
  if (jobs.length > 0) await client.query(WAKE, [jobs.length]);
  return jobs;
}
