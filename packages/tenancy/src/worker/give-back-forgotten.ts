import type { Pool } from 'pg';

/** Longer than a statement may take: until then the queue may still answer that it locked a job. */
const FORGOTTEN_AFTER_MS = 16_000;

/**
 * Gives back what is locked by a worker that lives and doesn't know of it: the queue's answer was lost with a connection, or a settlement
 * was. Without it such a job waits for hours. No attempt is used up. Gives how many.
 */
export async function giveBackForgotten(
  queue: Pool,
  workerId: string,
  held: ReadonlySet<string>,
  afterMs: number = FORGOTTEN_AFTER_MS,
): Promise<number> {
  const { rowCount } = await queue.query(
    `update graphile_worker._private_jobs set locked_by = null, locked_at = null, attempts = greatest(attempts - 1, 0), updated_at = now()
     where locked_by = $1 and locked_at < clock_timestamp() - make_interval(secs => $2::double precision / 1000) and id <> all ($3::bigint[])`,
    [workerId, afterMs, [...held]],
  );
  return rowCount ?? 0;
}
