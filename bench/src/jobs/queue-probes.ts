import type { Tenancy } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import type { BenchTenant } from '../data/bench-tenant.ts';
import { probeJob } from './probe-task.ts';

export interface ProbeBatch {
  /** The numbers from the first up. */
  readonly first: number;
  readonly count: number;
  readonly takesMs: number;
}

/** Queues probes of one organisation in one statement, by the way that every job takes into the queue. */
export async function queueProbes(app: Tenancy, { caller }: BenchTenant, { first, count, takesMs }: ProbeBatch): Promise<void> {
  await app.inTenant(caller, (db) =>
    db.execute(sql`
      select public.enqueue_job(${probeJob.name}, jsonb_build_object('number', n, 'takesMs', ${takesMs}::integer, 'payloadVersion', 1),
        ${probeJob.maxAttempts}::integer, n::text)
      from generate_series(${first}::integer, ${first + count - 1}::integer) as n`),
  );
}
