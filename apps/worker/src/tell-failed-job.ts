import { isFailure } from '@ringfence/domain';
import { writeAudit } from '@ringfence/platform/audit-log';
import type { EndedJob } from '@ringfence/tenancy/worker';

/** Writes into the organisation's own audit log that a job of it failed for good. No id of the payload is repeated: it may be another's. */
export async function tellFailedJob({ tenant, jobId, task, error }: EndedJob): Promise<void> {
  const why = isFailure(error) ? error.message : 'something on our side failed';
  await tenant((db) => writeAudit(db, { action: 'job.fail', target: jobId, reason: `${task}: ${why}` }));
}
