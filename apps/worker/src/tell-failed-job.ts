import { isFailure } from '@ringfence/domain';
import { settleFailedJob } from '@ringfence/platform/jobs';
import type { EndedJob } from '@ringfence/tenancy/worker';

/** Tells an organisation that a job of it failed for good, and ends what the job worked on. */
export async function tellFailedJob({ tenant, jobId, task, payload, error }: EndedJob): Promise<void> {
  const why = isFailure(error) ? error.message : 'something on our side failed';
  await tenant((db) => settleFailedJob(db, { jobId, task, payload, why }));
}
