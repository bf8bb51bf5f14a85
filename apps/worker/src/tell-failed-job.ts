import { isFailure, NotFound } from '@ringfence/domain';
import type { Attempt, Trail } from '@ringfence/platform/across-tenants';
import { settleFailedJob } from '@ringfence/platform/jobs';
import { StatementFailed } from '@ringfence/tenancy';
import { namedIds } from '@ringfence/tenancy/trpc';
import type { EndedJob } from '@ringfence/tenancy/worker';

/**
 * Tells an organisation that a job of it failed for good, and ends what the job worked on. Where it named something that isn't there,
 * or a policy refused what it wrote, the trail looks whether it reached for another organisation.
 */
export async function tellFailedJob(ended: EndedJob, trail: Pick<Trail, 'note'> | null): Promise<void> {
  const { tenant, orgId, jobId, task, payload, error } = ended;
  const why = isFailure(error) ? error.message : 'something on our side failed';
  const how = howOf(error);
  if (how !== null) {
    const actor = { kind: 'job', id: jobId } as const;
    trail?.note({ how, surface: 'job', actor, orgId, procedure: task, address: null, ids: namedIds(payload) });
  }
  await tenant((db) => settleFailedJob(db, { jobId, task, payload, why }));
}

function howOf(error: unknown): Attempt['how'] | null {
  if (error instanceof NotFound) return 'missing';
  return error instanceof StatementFailed && error.code === '42501' ? 'refused-write' : null;
}
