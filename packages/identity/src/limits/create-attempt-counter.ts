import type { IdentityDatabase } from '@ringfence/db';
import { rateLimits } from '@ringfence/db/schema';
import { eq, lt, sql } from 'drizzle-orm';
import type { Attempt } from './attempt.ts';

const SWEEP_EVERY_MS = 600_000;

export interface AttemptCounter {
  /** Counts all of them at once. Gives null while each is within its limit, else the seconds until all are again. */
  count(attempts: readonly Attempt[]): Promise<number | null>;
  /** Takes back what was counted for one, after the right password. */
  forgive(key: string): Promise<void>;
}

/**
 * Counts in Postgres, by its clock, so that any number of servers share the limits. One statement counts and tells, so that attempts at
 * the same moment can't all read the same number. A window that is full isn't prolonged by further attempts.
 */
export function createAttemptCounter(database: IdentityDatabase['database']): AttemptCounter {
  let sweptAt = Date.now();

  async function sweep(): Promise<void> {
    if (Date.now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = Date.now();
    await database.delete(rateLimits).where(lt(rateLimits.endsAt, sql`now()`));
  }

  return {
    async count(attempts) {
      await sweep();
      const rows = await database.execute<{ key: string; count: number; seconds: number }>(sql`
        insert into identity.rate_limits as known (key, count, ends_at)
        select key, 1, now() + make_interval(secs => "windowSeconds")
        from json_to_recordset(${JSON.stringify(attempts)}::json) as attempt (key text, "windowSeconds" integer)
        order by key
        on conflict (key) do update set
          count = case when known.ends_at <= now() then 1 else known.count + 1 end,
          ends_at = case when known.ends_at <= now() then excluded.ends_at else known.ends_at end
        returning key, count, ceil(extract(epoch from ends_at - now()))::integer as seconds`);
      const most = new Map(attempts.map((attempt) => [attempt.key, attempt.most]));
      const waits = rows.filter(({ key, count }) => count > (most.get(key) ?? 0)).map(({ seconds }) => Math.max(1, seconds));
      return waits.length === 0 ? null : Math.max(...waits);
    },
    async forgive(key) {
      await database.delete(rateLimits).where(eq(rateLimits.key, key));
    },
  };
}
