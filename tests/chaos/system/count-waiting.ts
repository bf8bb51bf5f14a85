import type { ChaosDatabase } from './start-chaos-database.ts';

/** Those that can run within a minute; what comes by a schedule later on is nobody's debt. */
const WAITING = `
  select count(*)::int as count from graphile_worker._private_jobs
  where payload ->> 'orgId' = any ($1) and attempts < max_attempts and run_at < clock_timestamp() + interval '1 minute'`;

/** How many jobs of the organisations run, or wait and may still run. */
export async function countWaiting({ query }: ChaosDatabase, orgIds: readonly string[]): Promise<number> {
  return (await query<{ count: number }>(WAITING, [orgIds]))[0]?.count ?? 0;
}
