import { describeFailure } from './describe-failure.ts';
import type { LockedJob } from './locked-job.ts';
import { readPayload } from './read-payload.ts';
import { tenantEntry } from './tenant-entry.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** Tells an organisation that a job of it ended badly. A closed one can't be entered, and a payload may name none: that leaves the log. */
export async function tellOrganization<Outside>(
  { tenancy, onPermanentFailure, isOurs, log }: WorkerSettings<Outside>,
  { jobId, task, payload }: Pick<LockedJob, 'jobId' | 'task' | 'payload'>,
  error: unknown,
): Promise<void> {
  const { orgId } = readPayload(payload);
  if (orgId === null) return;
  const entry = tenantEntry(tenancy, orgId, jobId);
  try {
    await onPermanentFailure({ tenant: entry.enter, orgId, jobId, task, payload, error });
  } catch (untold) {
    log.warn({ orgId, jobId, ...describeFailure(untold, isOurs).logged }, 'an organisation could not be told of a failed job');
  } finally {
    entry.close();
  }
}
