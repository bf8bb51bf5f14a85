import { Conflict, NotFound } from '@ringfence/domain';
import type { FindJob } from '@ringfence/domain/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { abandonWork } from './abandon-work.ts';
import type { TakenJob } from './taken-job.ts';

/**
 * Removes a job that doesn't run, and ends what it would have worked on.
 * @throws NotFound if this organisation has no such job; Conflict while it runs.
 */
export async function cancelJob(db: TenantDb, { id }: FindJob): Promise<{ id: string }> {
  const { rows } = await db.execute<TakenJob>(sql`select * from public.cancel_job(${id}::uuid)`);
  const [taken] = rows;
  if (!taken) throw new NotFound('job');
  if (taken.is_running) throw new Conflict('The job runs just now.');
  await Promise.all([abandonWork(db, { jobId: id, ...taken }), writeAudit(db, { action: 'job.cancel', target: id, reason: taken.task })]);
  return { id };
}
