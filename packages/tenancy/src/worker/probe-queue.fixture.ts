import { randomUUID } from 'node:crypto';
import { testDatabase } from '@ringfence/testing/database';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { expect } from 'vitest';
import { deriveKey } from '../derive-key.ts';
import { openTenancy, type Tenancy } from '../open-tenancy.ts';

interface QueuedJob {
  readonly id: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
  readonly isLocked: boolean;
}

/** A database of one's own with two organisations, and the queue seen from outside. */
export interface ProbeQueue {
  readonly workerUrl: string;
  readonly secretKey: Buffer;
  readonly tenancy: Tenancy;
  readonly acme: string;
  readonly rival: string;
  /** Puts in whatever payload, as nobody but the database's owner could. */
  add(payload: unknown, options?: { maxAttempts?: number; task?: string }): Promise<string>;
  /** Puts a job in as the product does: in a transaction of its organisation. Gives its id. */
  enqueue(orgId: string, payload: object, options?: { key?: string; runAt?: Date; maxAttempts?: number }): Promise<string>;
  job(id: string): Promise<QueuedJob | null>;
  /** Waits until the job ended as failed for good, and gives its error. */
  failedForGood(id: string): Promise<string | null>;
  done(id: string): Promise<void>;
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function probeQueue(): Promise<ProbeQueue> {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.urls.superuser });
  await client.connect();
  const tenancy = openTenancy({ connectionString: database.urls.worker, contextKey: deriveKey(database.secretKey, 'context') });
  const query = async <Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as Row[];
  const [acme, rival] = [randomUUID(), randomUUID()];
  await query(`insert into public.organizations (org_id, name) values ($1, 'Acme'), ($2, 'Rival')`, [acme, rival]);
  async function job(id: string): Promise<QueuedJob | null> {
    const [found] = await query<QueuedJob>(
      `select id::text, attempts, max_attempts as "maxAttempts", last_error as "lastError", locked_at is not null as "isLocked"
       from graphile_worker._private_jobs where id::text = $1 or payload ->> 'jobId' = $1`,
      [id],
    );
    return found ?? null;
  }
  return {
    workerUrl: database.urls.worker,
    secretKey: database.secretKey,
    tenancy,
    acme,
    rival,
    query,
    job,
    async add(payload, { maxAttempts = 5, task = 'probe' } = {}) {
      const [added] = await query<{ id: string }>(`select id::text from graphile_worker.add_job($1, $2::json, max_attempts => $3)`, [
        task,
        JSON.stringify(payload),
        maxAttempts,
      ]);
      return String(added?.id);
    },
    async enqueue(orgId, payload, { key = randomUUID(), runAt, maxAttempts = 5 } = {}) {
      const { rows } = await tenancy.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
        db.execute<{ jobId: string }>(
          sql`select public.enqueue_job('probe', ${JSON.stringify(payload)}::jsonb, ${maxAttempts}, ${key}, ${runAt?.toISOString() ?? null}::timestamptz) as "jobId"`,
        ),
      );
      return String(rows[0]?.jobId);
    },
    async failedForGood(id) {
      const isOver = (found: QueuedJob | null) => found !== null && !found.isLocked && found.attempts >= found.maxAttempts;
      await expect.poll(async () => isOver(await job(id)), { timeout: 20_000 }).toBe(true);
      return (await job(id))?.lastError ?? null;
    },
    async done(id) {
      await expect.poll(() => job(id), { timeout: 20_000 }).toBeNull();
    },
    async close() {
      await tenancy.close();
      await client.end();
      await database.close();
    },
  };
}
