import type { Pool } from 'pg';

/** How a job ended, for counting: of which name, in which way, and why. Fixed words, never a tenant or a value. */
export interface CountedOutcome {
  readonly job: string;
  readonly outcome: string;
  readonly reason?: string;
}

export interface Tally {
  count(outcome: CountedOutcome): void;
  /** Adds what was counted to the table of outcomes; what could not be written is kept for the next time. */
  write(): Promise<void>;
}

/** In one order, so that two workers don't lock each other out. */
const ADD = `
  insert into public.job_outcomes as kept (job, outcome, reason, count)
  select left(row ->> 0, 100), left(row ->> 1, 40), left(row ->> 2, 60), (row ->> 3)::bigint
  from jsonb_array_elements($1::jsonb) row order by 1, 2, 3
  on conflict (job, outcome, reason) do update set count = kept.count + excluded.count`;

/** Counts in memory, since workers answer no questions of a monitor; what a killed worker hadn't written is missing. */
export function createTally(queue: Pool): Tally {
  let counts = new Map<string, number>();
  return {
    count({ job, outcome, reason = '' }) {
      const key = [job, outcome, reason].join('\n');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    async write() {
      if (counts.size === 0) return;
      const written = counts;
      counts = new Map();
      try {
        await queue.query(ADD, [JSON.stringify([...written].map(([key, count]) => [...key.split('\n'), count]))]);
      } catch (error) {
        for (const [key, count] of written) counts.set(key, (counts.get(key) ?? 0) + count);
        throw error;
      }
    },
  };
}
