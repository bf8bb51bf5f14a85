import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { JobPostponed } from './job-postponed.ts';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';
import { runTenantWorker, type TenantWorker } from './run-tenant-worker.ts';
import { type JobContext, type JobCounts, tenantTask } from './tenant-task.ts';
import type { TenantWorkerOptions } from './tenant-worker-options.ts';

class Hopeless extends Error {}

const Probe = z.strictObject({ what: z.string() });
type Handler = (context: JobContext<z.infer<typeof Probe>, null>) => Promise<JobCounts | void>;

vi.setConfig({ testTimeout: 60_000 });
const PATIENCE = { timeout: 20_000 };

const queue = await probeQueue();
const log = recordedLog();
let worker: TenantWorker | undefined;

async function work(handler: Handler, options: Partial<TenantWorkerOptions<null>> = {}): Promise<void> {
  worker = await runTenantWorker<null>({
    connectionString: queue.workerUrl,
    tenancy: queue.tenancy,
    tasks: [tenantTask<{ name: string; payload: typeof Probe }, null>({ name: 'probe', payload: Probe }, handler)],
    outside: null,
    log,
    isPermanent: (error) => error instanceof Hopeless,
    isOurs: (error) => error instanceof Hopeless,
    onPermanentFailure: async ({ tenant, jobId, task }) => {
      await tenant((db) =>
        db.execute(sql`insert into public.audit_log (org_id, actor_kind, actor_id, action, target)
        values (${db.orgId}, ${db.actor.kind}, ${db.actor.id}, 'job.fail', ${`${task} ${jobId}`})`),
      );
    },
    pollIntervalMs: 100,
    graceMs: 500,
    ...options,
  });
}

const never: Handler = () => Promise.reject(new TypeError('the handler ran'));

function auditOf(orgId: string): Promise<{ action: string; actor_kind: string; target: string }[]> {
  return queue.query('select action, actor_kind, target from public.audit_log where org_id = $1 order by id', [orgId]);
}

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  log.lines.length = 0;
});
afterAll(() => queue.close());

test('a job sees its own organisation alone, and leaves one line that says whose, what, how many and how long', async () => {
  await work(async ({ tenant, payload, orgId }) => {
    expect({ payload, orgId }).toEqual({ payload: { what: 'count' }, orgId: queue.acme });
    const { rows } = await tenant((db) => db.execute(sql`select name from public.organizations`));
    expect(rows).toEqual([{ name: 'Acme' }]);
    return { organizations: rows.length };
  });
  const id = await queue.add({ orgId: queue.acme, what: 'count' });
  await queue.done(id);
  await expect.poll(() => log.lines, PATIENCE).toHaveLength(1);
  const line = {
    orgId: queue.acme,
    job: 'probe',
    jobId: id,
    attempt: 1,
    outcome: 'done',
    count: { organizations: 1 },
    durationMs: expect.any(Number),
  };
  expect(log.lines[0]).toEqual({ level: 'info', message: 'job done', fields: line });
});

test('ATK-076 a payload without a uuid of an organisation never reaches its handler', async () => {
  await work(never);
  for (const payload of [
    { what: 'x' },
    { what: 'x', orgId: null },
    { what: 'x', orgId: 'acme' },
    [{ what: 'x', orgId: queue.acme }],
    'x',
  ]) {
    expect(await queue.failedForGood(await queue.add(payload))).toBe('PayloadRefused: The payload was refused: it names no organisation.');
  }
});

test('ATK-076 an organisation that is closed, or never was, never reaches the handler', async () => {
  await work(never);
  const closed = randomUUID();
  await queue.query(`insert into public.organizations (org_id, name, closed_at) values ($1, 'Closed', now())`, [closed]);
  for (const orgId of [closed, randomUUID()]) {
    expect(await queue.failedForGood(await queue.add({ orgId, what: 'x' }))).toContain('TenantRefused');
  }
});

test('a payload that does not fit its task fails for good, and its organisation is told', async () => {
  await work(never);
  const id = await queue.add({ orgId: queue.rival, wat: 'x' });
  expect(await queue.failedForGood(id)).toContain('it does not fit the task');
  expect(await auditOf(queue.rival)).toEqual([{ action: 'job.fail', actor_kind: 'job', target: `probe ${id}` }]);
});

test('ATK-075 what no attempt could mend ends at the first one, with an audit row in the organisation of the payload', async () => {
  await work(() => Promise.reject(new Hopeless('There is no such thing.')));
  const id = await queue.add({ orgId: queue.acme, what: 'x' });
  expect(await queue.failedForGood(id)).toBe('Error: There is no such thing.');
  expect(await queue.job(id)).toMatchObject({ attempts: 1, maxAttempts: 1 });
  expect(await auditOf(queue.acme)).toEqual([{ action: 'job.fail', actor_kind: 'job', target: `probe ${id}` }]);
});

test('ATK-088 ATK-106 a bug leaves a reference beside the job and no data, there or in the log', async () => {
  await work(() => Promise.reject(new TypeError('no such number +4915112345678')));
  const id = await queue.add({ orgId: queue.acme, what: 'x' }, { maxAttempts: 1 });
  const kept = await queue.failedForGood(id);
  expect(kept).toMatch(/^internal \([0-9a-f]{12}\)$/);
  await expect.poll(() => log.lines.map(({ fields }) => fields['reason']), PATIENCE).toContain(kept);
  expect(
    JSON.stringify(log.lines, (_key, value: unknown) => (value instanceof Error ? [value.name, value.message, value.stack] : value)),
  ).not.toContain('4915112345678');
});

test('ATK-081 a job that hangs is ended by its limit, its signal fires and its client is shut', async () => {
  const { promise: heard, resolve } = Promise.withResolvers<JobContext<unknown, null>['tenant']>();
  await work(
    ({ signal, tenant }) => {
      signal.addEventListener('abort', () => resolve(tenant));
      return new Promise(() => {});
    },
    { jobLimitMs: 200 },
  );
  const id = await queue.add({ orgId: queue.acme, what: 'x' }, { maxAttempts: 1 });
  expect(await queue.failedForGood(id)).toBe('JobTooLong: The job took more than 200 ms.');
  const tenant = await heard;
  await expect(tenant(async () => 'in')).rejects.toThrow('its job has ended');
});

test('ATK-090 a worker that stops gives a job back at once, and no attempt is counted', async () => {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  await work(() => {
    resolve();
    return new Promise(() => {});
  });
  const id = await queue.add({ orgId: queue.acme, what: 'x' });
  await begun;
  await worker?.stop();
  worker = undefined;
  expect(await queue.job(id)).toMatchObject({ attempts: 0, isLocked: false, lastError: null });
  await queue.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  expect(await queue.query('select from public.worker_heartbeats')).toEqual([]);
});

test('what a handler puts off comes later, and no attempt is used up', async () => {
  const { promise: again, resolve } = Promise.withResolvers<number>();
  let runs = 0;
  await work(async ({ job }) => {
    runs += 1;
    if (runs === 1) throw new JobPostponed(1500);
    resolve(job.attempt);
  });
  const id = await queue.enqueue(queue.acme, { what: 'x' }, { maxAttempts: 1 });
  await expect
    .poll(() => queue.job(id), PATIENCE)
    .toMatchObject({ attempts: 0, isLocked: false, lastError: 'JobPostponed: The job was put off for 1500 ms.' });
  expect(await again).toBe(1);
  await queue.done(id);
});

test('what was queued while a job of its key ran takes its place: the failure of the first is nobody’s', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: queued, resolve: fail } = Promise.withResolvers<void>();
  const seen: string[] = [];
  await work(async ({ payload }) => {
    seen.push(payload.what);
    if (payload.what === 'second') return;
    begin();
    await queued;
    throw new TypeError('too late');
  });
  const first = await queue.enqueue(queue.acme, { what: 'first' }, { key: 'same', maxAttempts: 1 });
  await begun;
  const second = await queue.enqueue(queue.acme, { what: 'second' }, { key: 'same' });
  fail();
  await queue.done(first);
  await queue.done(second);
  expect(seen).toEqual(['first', 'second']);
  expect(log.lines.map(({ fields }) => fields['outcome'])).toEqual(expect.arrayContaining(['superseded', 'done']));
});

test('a job that waits for its time runs no sooner, and one without runs at once', async () => {
  await work(async () => ({ runs: 1 }));
  const later = await queue.enqueue(queue.acme, { what: 'later' }, { runAt: new Date(Date.now() + 3_600_000) });
  await queue.done(await queue.enqueue(queue.acme, { what: 'now' }));
  expect(await queue.job(later)).toMatchObject({ attempts: 0, isLocked: false });
  await queue.query(`delete from graphile_worker._private_jobs where payload ->> 'jobId' = $1`, [later]);
});

test('how jobs ended is added up for a monitor, by name, way and reason', async () => {
  const bugs = `select coalesce(sum(count), 0)::int as bugs from public.job_outcomes
    where job = 'probe' and outcome = 'failed-for-good' and reason = 'internal'`;
  const [before] = await queue.query<{ bugs: number }>(bugs);
  await work(() => Promise.reject(new TypeError('bug')), { silentAfterMs: 2000 });
  for (const orgId of [queue.acme, queue.rival]) await queue.failedForGood(await queue.enqueue(orgId, { what: 'x' }, { maxAttempts: 1 }));
  await expect.poll(() => queue.query(bugs), PATIENCE).toEqual([{ bugs: (before?.bugs ?? 0) + 2 }]);
});

test('a failure that asks to be left alone is left alone for that long', async () => {
  await work(() => Promise.reject(Object.assign(new Error('slow down'), { retryAfterMs: 3_600_000 })));
  const id = await queue.add({ orgId: queue.acme, what: 'x' });
  const waits = `select extract(epoch from run_at - now())::int > 3500 as waits from graphile_worker._private_jobs where id = $1 and locked_at is null`;
  await expect.poll(() => queue.query(waits, [id]), PATIENCE).toEqual([{ waits: true }]);
});

test('ATK-080 a run whose job was given to another worker ends nothing', async () => {
  await work(async ({ job }) => {
    await queue.query(`update graphile_worker._private_jobs set locked_by = 'another', locked_at = now() where id = $1`, [job.id]);
  });
  const id = await queue.add({ orgId: queue.acme, what: 'x' });
  await expect.poll(() => log.lines.map(({ fields }) => fields['outcome']), PATIENCE).toEqual(['lock-lost']);
  expect(await queue.job(id)).toMatchObject({ isLocked: true, attempts: 1, lastError: null });
});

test('a worker whose every connection was cut works on', async () => {
  await work(async () => ({ runs: 1 }));
  await queue.done(await queue.add({ orgId: queue.acme, what: 'before' }));
  await queue.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'ringfence_worker'`,
  );
  await queue.done(await queue.add({ orgId: queue.acme, what: 'after' }));
});
