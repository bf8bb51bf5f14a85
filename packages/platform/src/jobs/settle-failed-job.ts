import type { TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';
import { type AbandonedJob, abandonWork } from './abandon-work.ts';

export interface FailedJob extends AbandonedJob {
  /** In words that the organisation may read. */
  readonly why: string;
}

/** Ends what a job worked on once the job failed for good, with an audit row. No id of the payload is repeated there: it may be another's. */
export async function settleFailedJob(db: TenantDb, { jobId, task, payload, why }: FailedJob): Promise<void> {
  await writeAudit(db, { action: 'job.fail', target: jobId, reason: `${task}: ${why}` });
  await abandonWork(db, { jobId, task, payload });
}
