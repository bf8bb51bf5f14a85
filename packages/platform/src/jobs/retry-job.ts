import { Conflict, NotFound } from '@ringfence/domain';
import type { FindJob } from '@ringfence/domain/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { reviveWork } from './revive-work.ts';
import type { TakenJob } from './taken-job.ts';

/**
 * Lets a job run now; one that failed or was set aside begins anew, with all its attempts.
 * @throws NotFound if this organisation has no such job; Conflict while it runs.
 */
export async function retryJob(db: TenantDb, { id }: FindJob): Promise<{ id: string }> {
  const { rows } = await db.execute<TakenJob>(sql`select * from public.retry_job(${id}::uuid)`);
  const [taken] = rows;
  if (!taken) throw new NotFound('job');
  if (taken.is_running) throw new Conflict('The job runs just now.');
  await Promise.all([reviveWork(db, taken), writeAudit(db, { action: 'job.retry', target: id, reason: taken.task })]);
  return { id };
}
