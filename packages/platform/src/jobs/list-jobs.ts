import { JOB_STATES, type JobState, type ListJobs } from '@ringfence/domain/jobs';
import type { TenantReader } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, type PageOf, takePage } from '../paging/take-page.ts';

export interface ListedJob {
  readonly id: string;
  readonly task: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** When it runs next, or ran last. */
  readonly runAt: Date;
  /** Why it didn't end well last time: in our words, without anybody's data. */
  readonly lastError: string | null;
  readonly createdAt: Date;
}

export interface JobsPage extends PageOf<ListedJob> {
  readonly totals: Readonly<Record<JobState, number>>;
}

/** A page of the organisation's queue, the newest job first, and how many are in which state. @throws InvalidInput for a foreign cursor. */
export async function listJobs(db: TenantReader, { state, cursor, limit = DEFAULT_LIMIT }: ListJobs): Promise<JobsPage> {
  const before = cursor === undefined ? null : readCursor(db.orgId, cursor).id;
  const [jobs, counts] = await Promise.all([
    db.execute<{
      id: string;
      task: string;
      state: JobState;
      attempts: number;
      max_attempts: number;
      run_at: Date;
      last_error: string | null;
      created_at: Date;
    }>(sql`select * from public.list_jobs(${state ?? null}::text, ${before}::uuid, ${limit + 1}::integer)`),
    db.execute<{ state: JobState; jobs: string }>(sql`select * from public.count_jobs()`),
  ]);
  const rows = jobs.rows.map((row) => ({
    id: row.id,
    task: row.task,
    state: row.state,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    runAt: new Date(row.run_at),
    lastError: row.last_error,
    createdAt: new Date(row.created_at),
  }));
  const page = takePage(db.orgId, rows, limit, ({ id, createdAt }) => ({ at: createdAt, id }));
  return { ...page, totals: totalsOf(counts.rows) };
}

function totalsOf(counts: readonly { state: JobState; jobs: string }[]): Record<JobState, number> {
  const totals = { waiting: 0, running: 0, failed: 0, quarantined: 0 } satisfies Record<JobState, number>;
  for (const state of JOB_STATES) totals[state] = Number(counts.find((count) => count.state === state)?.jobs ?? 0);
  return totals;
}
