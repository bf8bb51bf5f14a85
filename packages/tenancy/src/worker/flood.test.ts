import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';
import { runTenantWorker } from './run-tenant-worker.ts';
import { tenantTask } from './tenant-task.ts';

const FLOOD = 10_000;
const CHUNK = 500;
const OTHERS = 20;
/** Far longer than a slot may be waited for: whoever held all of them would be noticed. */
const LONG_MS = 5_000;
const SHORT_MS = 5;

const queue = await probeQueue();
afterAll(() => queue.close());

test(
  'ATK-085 ten thousand jobs of one organisation, the first of them long, delay no other, and none of them is dropped',
  { timeout: 120_000 },
  async () => {
    let done = 0;
    const begun = new Map<string, () => void>();
    const Probe = z.strictObject({ takesMs: z.number(), name: z.string().optional() });
    const probe = tenantTask<{ name: string; payload: typeof Probe }, null>({ name: 'probe', payload: Probe }, async ({ payload }) => {
      if (payload.name !== undefined) return begun.get(payload.name)?.();
      await pause(payload.takesMs);
      done += 1;
    });
    for (let first = 1; first <= FLOOD; first += CHUNK) {
      await queue.tenancy.inTenant({ orgId: queue.acme, actor: { kind: 'job', id: 'test' } }, (db) =>
        db.execute(sql`
          select count(public.enqueue_job('probe', jsonb_build_object('takesMs', case when n <= 20 then ${LONG_MS}::int else ${SHORT_MS}::int end), 5, n::text))
          from generate_series(${first}::int, ${first + CHUNK - 1}::int) n`),
      );
    }
    const worker = await runTenantWorker<null>({
      connectionString: queue.workerUrl,
      tenancy: queue.tenancy,
      tasks: [probe],
      outside: null,
      log: recordedLog(),
      isPermanent: () => false,
      isOurs: () => false,
      onPermanentFailure: async () => {},
      graceMs: 100,
    });
    const waits: number[] = [];
    for (let other = 0; other < OTHERS; other += 1) {
      const { promise, resolve } = Promise.withResolvers<void>();
      begun.set(String(other), resolve);
      const queuedAt = performance.now();
      await queue.enqueue(queue.rival, { takesMs: 0, name: String(other) });
      await promise;
      waits.push(performance.now() - queuedAt);
    }
    await worker.stop();
    expect(waits.toSorted((a, b) => a - b)[Math.ceil(OTHERS * 0.95) - 1]).toBeLessThan(2000);
    const [left] = await queue.query<{ count: string }>('select count(*) from graphile_worker._private_jobs where attempts < max_attempts');
    expect(Number(left?.count) + done).toBe(FLOOD);
  },
);
