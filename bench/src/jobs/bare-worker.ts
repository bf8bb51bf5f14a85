import { Logger, run } from 'graphile-worker';
import postgres from 'postgres';
import { benchTenant } from '../data/bench-tenant.ts';
import type { Subject } from '../measure/run-rounds.ts';
import type { JobLoad } from './job-load.ts';
import { watchJobs } from './watch-jobs.ts';

const TASK = 'bare-probe';
const INSERT = `insert into public.audit_log (org_id, actor_kind, actor_id, action, target) values ($1, 'job', 'bare', 'job.fail', $2)`;

/** The queue by itself, as shipped: no tenant, no lease, no heartbeat; each job inserts the row that a tenant's job inserts, past every policy. */
export function bareWorker(superuserUrl: string, { jobs, organizations, concurrency }: JobLoad): Subject {
  const orgIds = Array.from({ length: organizations }, (_, n) => benchTenant(n).orgId);
  async function queueJobs(): Promise<void> {
    const sql = postgres(superuserUrl, { max: 1 });
    await sql`
      select graphile_worker.add_job(${TASK}, json_build_object('number', n, 'orgId', (${orgIds}::uuid[])[1 + n % ${organizations}::integer]))
      from generate_series(1, ${jobs}::integer) as n`;
    await sql.end();
  }
  return {
    name: 'bare graphile-worker, no isolation',
    async run() {
      await queueJobs();
      const watch = watchJobs(jobs);
      const runner = await run({
        connectionString: superuserUrl,
        concurrency,
        maxPoolSize: concurrency + 2,
        noHandleSignals: true,
        logger: new Logger(() => () => {}),
        taskList: {
          async [TASK](payload, { query }) {
            const { number, orgId } = payload as { number: number; orgId: string };
            watch.began(number);
            await query(INSERT, [orgId, String(number)]);
            watch.ended(number);
          },
        },
      });
      const round = await watch.round;
      await runner.stop();
      return round;
    },
  };
}
