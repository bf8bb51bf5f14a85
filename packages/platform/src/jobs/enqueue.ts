import type { JobDeclaration } from '@ringfence/domain/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

export interface EnqueueOptions {
  /** Not before this time. A time that has passed goes before what the same organisation queued after it. */
  readonly runAt?: Date | undefined;
}

/**
 * Puts a job in the queue with this transaction; the database stamps the organisation on it, whatever the payload says. A job of the
 * same key that still waits is replaced, and begins anew.
 */
export async function enqueue<Payload extends object>(
  db: TenantDb,
  job: JobDeclaration<Payload>,
  payload: Payload,
  { runAt }: EnqueueOptions = {},
): Promise<void> {
  const checked = job.payload.parse(payload);
  const stamped = JSON.stringify({ ...checked, payloadVersion: job.version ?? 1 });
  const at = runAt?.toISOString() ?? null;
  await db.execute(
    sql`select public.enqueue_job(${job.name}, ${stamped}::jsonb, ${job.maxAttempts}::integer, ${job.key(checked)}, ${at}::timestamptz)`,
  );
}
