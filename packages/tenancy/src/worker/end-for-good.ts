import type { Pool } from 'pg';
import { describeFailure } from './describe-failure.ts';
import type { LockedJob } from './locked-job.ts';
import { readPayload } from './read-payload.ts';
import { allowNoFurtherAttempt } from './settle-job.ts';
import { tenantEntry } from './tenant-entry.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** Ends a job as failed for good and tells its organisation. Told first: a worker killed in between tells twice, never not. */
export async function endForGood<Outside>(settings: WorkerSettings<Outside>, queue: Pool, job: LockedJob, error: unknown): Promise<void> {
  await tellOrganization(settings, job, error);
  await allowNoFurtherAttempt(queue, job);
}

/** A closed organisation can't be entered, and a payload may name none: that leaves the log. */
export async function tellOrganization<Outside>(
  { tenancy, onPermanentFailure, isOurs, log }: WorkerSettings<Outside>,
  job: LockedJob,
  error: unknown,
): Promise<void> {
  const { orgId } = readPayload(job.payload);
  if (orgId === null) return;
  const entry = tenantEntry(tenancy, orgId, job);
  try {
    await onPermanentFailure({ tenant: entry.enter, orgId, jobId: job.id, task: job.task, payload: job.payload, error });
  } catch (untold) {
    log.warn({ orgId, jobId: job.id, ...describeFailure(untold, isOurs).logged }, 'an organisation could not be told of a failed job');
  } finally {
    entry.close();
  }
}
