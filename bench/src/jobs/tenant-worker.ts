import { setTimeout as pause } from 'node:timers/promises';
import { openRingfenceTenancy } from '@ringfence/db';
import { runTenantWorker } from '@ringfence/tenancy/worker';
import type { BenchDatabase } from '../bench-database.ts';
import { benchTenant } from '../data/bench-tenant.ts';
import type { Subject } from '../measure/run-rounds.ts';
import { openTenancies } from '../revoke/open-tenancies.ts';
import type { JobLoad } from './job-load.ts';
import { probeTask } from './probe-task.ts';
import { queueProbes } from './queue-probes.ts';
import { watchJobs } from './watch-jobs.ts';

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** Jobs in their tenants: stamped, ranked, checked against the task's schema, entered, written under the policies, settled by their lock. */
export function tenantWorker(database: Pick<BenchDatabase, 'urls' | 'secretKey'>, load: JobLoad): Subject {
  const { jobs, organizations, concurrency } = load;
  const { urls, secretKey } = database;
  async function queueJobs(): Promise<void> {
    const tenancies = openTenancies(database);
    const count = jobs / organizations;
    for (let n = 0; n < organizations; n += 1) {
      await queueProbes(tenancies.app, benchTenant(n), { first: 1 + n * count, count, takesMs: 0 });
    }
    await tenancies.close();
  }
  return {
    name: 'Ringfence, tenant jobs',
    async run() {
      await queueJobs();
      const watch = watchJobs(jobs);
      const tenancy = openRingfenceTenancy({
        connectionString: urls.worker,
        secretKey,
        applicationName: 'bench-worker',
        maxConnections: 2 * concurrency,
      });
      const worker = await runTenantWorker({
        connectionString: urls.worker,
        tenancy,
        tasks: [probeTask],
        outside: { ...watch, pause },
        concurrency,
        log: SILENT,
        isPermanent: () => true,
        isOurs: () => false,
        onPermanentFailure: async () => {},
      });
      const round = await watch.round;
      await worker.stop();
      await tenancy.close();
      return round;
    },
  };
}
