import type { JobDeclaration } from '@ringfence/domain/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/** Puts a job in the queue with this transaction; the database stamps the organisation on it, whatever the payload says. */
export async function enqueue<Payload extends object>(db: TenantDb, job: JobDeclaration<Payload>, payload: Payload): Promise<void> {
  const checked = job.payload.parse(payload);
  await db.execute(
    sql`select public.enqueue_job(${job.name}, ${JSON.stringify(checked)}::jsonb, ${job.maxAttempts}::integer, ${job.key(checked)})`,
  );
}
