import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Caller } from '../caller.ts';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import { keepSchedules } from './keep-schedules.ts';
import { openQueuePool } from './open-queue-pool.ts';
import { probeQueue } from './probe-queue.fixture.ts';
import { recordedLog } from './recorded-log.fixture.ts';
import { runTick } from './run-tick.ts';
import type { TenantSchedule } from './tenant-schedule.ts';
import { workerSettings } from './tenant-worker-options.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR_MS = 3_600_000;
const SCHEDULE: TenantSchedule = {
  name: 'probe-hourly',
  everyMs: HOUR_MS,
  findDue: 'find_probes_due',
  job: { name: 'probe', maxAttempts: 3, key: () => 'hourly' },
};

const queue = await probeQueue();
const log = recordedLog();
const pool = openQueuePool(queue.workerUrl, 8, log);
const settings = workerSettings<null>({
  connectionString: queue.workerUrl,
  tenancy: queue.tenancy,
  tasks: [],
  schedules: [SCHEDULE],
  outside: null,
  log,
  isPermanent: () => false,
  isOurs: () => false,
  onPermanentFailure: async () => {},
});
await queue.query(`
  create table public.probes_due (org_id uuid not null, due_at timestamptz not null);
  create index on public.probes_due (due_at);
  create function public.find_probes_due(as_of timestamptz) returns setof uuid language sql stable security definer
    set search_path = pg_catalog, pg_temp as 'select distinct org_id from public.probes_due where due_at <= as_of'`);
afterAll(async () => {
  await pool.end();
  await queue.close();
});
beforeEach(async () => {
  await queue.query('delete from graphile_worker._private_jobs');
  await queue.query('truncate public.job_ticks, public.probes_due');
  log.lines.length = 0;
});

const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const tick = (time: string) => runTick(settings, SCHEDULE, { asOf: at(time) });
const dueNow = (...orgIds: string[]) =>
  queue.query('insert into public.probes_due select unnest($1::uuid[]), $2', [orgIds, at('00:00:00')]);

async function queued(): Promise<string[]> {
  const rows = await queue.query<{ orgId: string }>(`select payload ->> 'orgId' as "orgId" from graphile_worker._private_jobs order by id`);
  return rows.map(({ orgId }) => orgId);
}

test('ATK-086 a tick gives each organisation that is due one job, however many workers run it at once and again', async () => {
  await dueNow(queue.acme, queue.rival);
  await Promise.all(Array.from({ length: 6 }, () => tick('10:00:00')));
  await tick('10:59:59');
  expect((await queued()).toSorted()).toEqual([queue.acme, queue.rival].toSorted());
  expect(await queue.query('select from public.job_ticks')).toHaveLength(2);
});

test('ATK-086 the next tick comes with its hour, and not before it', async () => {
  await dueNow(queue.acme);
  await tick('10:00:00');
  await queue.query('delete from graphile_worker._private_jobs');
  await tick('10:59:59');
  expect(await queued()).toEqual([]);
  await tick('11:00:00');
  expect(await queued()).toEqual([queue.acme]);
});

test('ATK-086 after a stop of days there is one run and not one for each tick that passed', async () => {
  await dueNow(queue.acme);
  await tick('00:00:00');
  await queue.query('delete from graphile_worker._private_jobs');
  await runTick(settings, SCHEDULE, { asOf: new Date('2026-11-29T17:30:00Z') });
  expect(await queued()).toEqual([queue.acme]);
  const ticks = await queue.query<{ tick: Date }>('select tick from public.job_ticks order by tick');
  expect(ticks.map((row) => row.tick.toISOString())).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-29T17:00:00.000Z']);
});

test('ATK-086 a clock that was set back runs no tick again', async () => {
  await dueNow(queue.acme);
  await tick('10:00:00');
  await tick('11:00:00');
  await queue.query('delete from graphile_worker._private_jobs');
  await tick('10:30:00');
  await tick('11:59:59');
  expect(await queued()).toEqual([]);
});

test('ATK-086 a fan-out that broke off half way goes on where it was', async () => {
  await dueNow(queue.acme, queue.rival);
  async function inTenant<T>(caller: Caller, work: (db: TenantDb) => Promise<T>): Promise<T> {
    if (caller.orgId === queue.rival) throw new Error('the connection was lost');
    return queue.tenancy.inTenant(caller, work);
  }
  const isDone = await runTick({ ...settings, tenancy: { ...queue.tenancy, inTenant } }, SCHEDULE, { asOf: at('10:00:00') });
  expect(isDone).toBe(false);
  expect(await tick('10:00:02')).toBe(true);
  expect(await queued()).toEqual([queue.acme, queue.rival]);
});

test('an organisation that was closed meanwhile is passed over, and holds up nobody', async () => {
  const closed = randomUUID();
  await queue.query(`insert into public.organizations (org_id, name, closed_at) values ($1, 'Closed', now())`, [closed]);
  await dueNow(closed, queue.acme);
  expect(await tick('10:00:00')).toBe(true);
  expect(await queued()).toEqual([queue.acme]);
});

test('ATK-087 of ten thousand organisations ten have work: the tick costs ten jobs and one look', async () => {
  await queue.query(`insert into public.organizations (name) select 'Idle ' || n from generate_series(1, 10000) n`);
  const due = Array.from({ length: 10 }, () => randomUUID());
  await queue.query(`insert into public.organizations (org_id, name) select id, 'Busy' from unnest($1::uuid[]) id`, [due]);
  await dueNow(...due);
  await tick('10:00:00');
  expect((await queued()).toSorted()).toEqual(due.toSorted());
  expect(log.lines).toMatchObject([{ message: 'tick queued', fields: { job: 'probe-hourly', count: { due: 10, queued: 10, failed: 0 } } }]);
});

test('ticks older than a week are forgotten when the next one comes', async () => {
  await dueNow(queue.acme);
  await tick('10:00:00');
  await runTick(settings, SCHEDULE, { asOf: new Date('2026-12-03T10:00:00Z') });
  expect(await queue.query<{ tick: Date }>('select tick from public.job_ticks')).toEqual([{ tick: new Date('2026-12-03T10:00:00Z') }]);
});

test('a worker runs each tick once, by the clock of the database', async () => {
  const yearly = { ...SCHEDULE, everyMs: 365 * 24 * HOUR_MS };
  await dueNow(queue.acme);
  const look = keepSchedules({ ...settings, schedules: [yearly] }, pool, new AbortController().signal);
  await look();
  expect(await queued()).toEqual([queue.acme]);
  await queue.query('truncate public.job_ticks, graphile_worker._private_jobs');
  await look();
  expect(await queued()).toEqual([]);
});
