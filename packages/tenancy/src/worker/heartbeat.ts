import type { Pool } from 'pg';

const HEARTBEATS = 'public.worker_heartbeats';

/** Begins the life of a worker pool. */
export async function announce(queue: Pool, workerId: string): Promise<void> {
  await queue.query(`insert into ${HEARTBEATS} (pool_id) values ($1) on conflict (pool_id) do update set seen_at = clock_timestamp()`, [
    workerId,
  ]);
}

/**
 * One beat; false when the last one is too long ago, so that the pool counts as lost and its jobs are anybody's. While Postgres itself
 * was away nobody could beat: silence counts from its start.
 */
export async function beat(queue: Pool, workerId: string, silentAfterMs: number): Promise<boolean> {
  const { rowCount } = await queue.query(
    `update ${HEARTBEATS} set seen_at = clock_timestamp()
     where pool_id = $1 and greatest(seen_at, pg_postmaster_start_time()) > clock_timestamp() - make_interval(secs => $2::double precision / 1000)`,
    [workerId, silentAfterMs],
  );
  return rowCount === 1;
}

/** Ends a life in order; whatever it still held is given back. */
export async function retire(queue: Pool, workerId: string): Promise<void> {
  await queue.query(`delete from ${HEARTBEATS} where pool_id = $1`, [workerId]);
  await queue.query(`select graphile_worker.force_unlock_workers($1)`, [[workerId]]);
}
