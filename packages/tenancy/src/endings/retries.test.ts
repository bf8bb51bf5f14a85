import { type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, narrow, lost, running, kill, expectClean } = await narrowKernel();

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow();
});
afterEach(() => expectClean(tenancy));

interface Place {
  readonly pid: number;
  readonly tenant: string | null;
  readonly begun: string;
}

async function placeOf(db: Pick<TenantDb, 'execute'>): Promise<Place | undefined> {
  const { rows } = await db.execute<Place & Record<string, unknown>>(
    sql`select pg_backend_pid() as pid, public.auth_org_id() as tenant, transaction_timestamp()::text as begun`,
  );
  return rows[0];
}

/** Asked at once, as the others are: of builders that nobody awaited yet, `Promise.all` asks behind them. */
async function run(db: Pick<TenantDb, 'execute'>, statement: SQL): Promise<void> {
  await db.execute(statement);
}

const GIVE_UP = sql.raw(`do $$ begin raise exception 'given up' using errcode = '40001'; end $$`);

describe.each([false, true])('ATK-051 a backend lost between the entry and the query (may run again: %s)', (isRepeatable) => {
  test('fails the whole of it: no row is shown without the tenant, and nothing runs again', async () => {
    const visit = async (isKilled: boolean) => {
      const seen: unknown[] = [];
      let runs = 0;
      const going = tenancy.inTenant(
        acme.owner,
        async (db) => {
          runs += 1;
          const place = await placeOf(db);
          if (isKilled) await kill(place?.pid);
          seen.push(await db.select({ orgId: leads.orgId, tenant: sql`public.auth_org_id()` }).from(leads));
        },
        { isRepeatable },
      );
      const outcome = await going.then(
        () => 'done',
        (error: unknown) => error,
      );
      return { outcome, seen, runs };
    };
    const own = [{ orgId: acme.orgId, tenant: acme.orgId }];
    expect(await visit(false)).toEqual({ outcome: 'done', seen: [own], runs: 1 });
    expect(await visit(true)).toMatchObject({ outcome: { name: 'StatementFailed' }, seen: [], runs: 1 });
    expect(await visit(false), 'the next has a connection of its own').toEqual({ outcome: 'done', seen: [own], runs: 1 });
  });
});

test('ATK-051 a backend lost in the middle of a unit of reads fails them, and none is asked again without its entry', async () => {
  const going = tenancy.readInTenant(acme.owner, (db) =>
    Promise.allSettled([placeOf(db), run(db, sql`select pg_sleep(60)`), placeOf(db), placeOf(db)]),
  );
  await kill(await running(tenancy, 'pg_sleep'));
  const [before, during, ...behind] = await going;
  expect(before).toMatchObject({ status: 'fulfilled', value: { tenant: acme.orgId } });
  expect(during).toMatchObject({ status: 'rejected' });
  for (const outcome of behind) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'StatementFailed' });
    else expect(outcome.value, 'run again, entered').toMatchObject({ tenant: acme.orgId });
  }
});

test.each([
  ['and its connection lives', false],
  ['and its connection is lost besides', true],
])('ATK-051 what Postgres gave up runs again whole, its entry first (%s)', async (_, isLost) => {
  const places: (Place | undefined)[] = [];
  const found: number[] = [];
  await tenancy.inTenant(
    acme.owner,
    async (db) => {
      const place = await placeOf(db);
      places.push(place);
      found.push(await db.$count(leads, sql`name = 'Lost'`));
      if (places.length > 1) return;
      await db.insert(leads).values(lost());
      await db.execute(GIVE_UP).catch(async (error: unknown) => {
        if (isLost) await kill(place?.pid);
        throw error;
      });
    },
    { isRepeatable: true },
  );
  expect(places.map((place) => place?.tenant)).toEqual([acme.orgId, acme.orgId]);
  expect(new Set(places.map((place) => place?.begun)).size, 'two transactions').toBe(2);
  if (isLost) expect(new Set(places.map((place) => place?.pid)).size, 'two connections').toBe(2);
  expect(found, 'nothing of the first is left').toEqual([0, 0]);
});

test('ATK-051 a read that was skipped behind a failed one runs again in its tenant', async () => {
  const [before, failed, behind] = await tenancy.readInTenant(acme.owner, (db) =>
    Promise.allSettled([placeOf(db), run(db, sql`select 1 / 0`), placeOf(db)]),
  );
  expect(before).toMatchObject({ status: 'fulfilled', value: { tenant: acme.orgId } });
  expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
  expect(behind).toMatchObject({ status: 'fulfilled', value: { tenant: acme.orgId } });
});
