import type { Tenancy } from '@ringfence/tenancy';
import { runTenantWorker, type TenantWorker } from '@ringfence/tenancy/worker';
import { countWords } from './count-words.job.ts';

/** Works on the jobs of every organisation, each inside its own. `connectionString` and `tenancy` are the worker's log-in's. */
export function startNotesWorker(connectionString: string, tenancy: Tenancy): Promise<TenantWorker> {
  return runTenantWorker<null>({
    connectionString,
    tenancy,
    tasks: [countWords],
    outside: null,
    log: { info: () => {}, warn: console.warn, error: console.error },
    isPermanent: () => false,
    isOurs: () => false,
    onPermanentFailure: async ({ orgId, task, jobId }) => console.error('a job failed for good', { orgId, task, jobId }),
    pollIntervalMs: 200,
  });
}
