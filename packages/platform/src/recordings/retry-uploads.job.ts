import { retryUploadsJob } from '@ringfence/domain/recordings';
import { tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { retryUploads } from './retry-uploads.ts';

/** Queues failed uploads anew. Running it twice is harmless: the first run leaves none of them failed. */
export const retryUploadsTask = tenantTask<typeof retryUploadsJob, JobsOutside>(retryUploadsJob, async ({ tenant }) => ({
  retried: await tenant(retryUploads),
}));
