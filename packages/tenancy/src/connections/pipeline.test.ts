import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import type { TenantReader } from '../drizzle/tenant-db.ts';
import { kernel } from '../kernel.fixture.ts';
import { leads } from '../tables.fixture.ts';

const { acme, rival, superuser, open } = await kernel();
const narrow = open('app', { maxConnections: 1, applicationName: 'narrow' });

const seenBy = (owner: typeof acme.owner) => () =>
  narrow.readInTenant(owner, async (db) => {
    const [rows, { rows: places }] = await Promise.all([
      db.select({ orgId: leads.orgId }).from(leads),
      db.execute<{ pid: number; begun: string }>(sql`select pg_backend_pid() as pid, transaction_timestamp()::text as begun`),
    ]);
    return { orgIds: rows.map(({ orgId }) => orgId), ...places[0] };
  });
const seesOwn = ({ orgId }: typeof acme) => ({ status: 'fulfilled', value: expect.objectContaining({ orgIds: [orgId] }) });
const asked = (db: TenantReader, statement: ReturnType<typeof sql>) => db.execute(statement);

/** Asks everything while the only connection is held, and lets go of it then: what may travel together does. */
async function gathered<T>(...works: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const [isIn, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = narrow.inTenant(acme.owner, async (db) => {
    await db.role();
    isIn.resolve();
    await letGo.promise;
  });
  await isIn.promise;
  const outcomes = Promise.allSettled(works.map((work) => work()));
  letGo.resolve();
  await holding;
  return outcomes;
}

async function killWhatSleeps(): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await superuser.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'narrow' and state = 'active' and query ~ 'pg_sleep'`,
    );
    expect(rowCount).toBe(1);
  });
}

test('requests that share a connection are each a transaction of their own, and see their own organisation alone', async () => {
  const members = [acme, rival, acme, rival, rival, acme];
  const outcomes = await gathered(...members.map(({ owner }) => seenBy(owner)));
  expect(outcomes).toEqual(members.map(seesOwn));
  const places = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
  expect(new Set(places.map((place) => place?.begun)).size).toBe(members.length);
  expect(new Set(places.map((place) => place?.pid)).size).toBe(1);
});

test('one that fails, is refused or writes says nothing of the next', async () => {
  const stranger = { ...rival.owner, orgId: acme.orgId };
  const outcomes = await gathered<unknown>(
    () => narrow.readInTenant(acme.owner, (db) => asked(db, sql`select 1 / 0`)),
    seenBy(rival.owner),
    seenBy(stranger),
    seenBy(acme.owner),
    () =>
      narrow.inTenant(acme.owner, (db) => db.update(leads).set({ name: 'Renamed' }).returning({ orgId: leads.orgId }), { isOneTrip: true }),
    seenBy(rival.owner),
  );
  expect(outcomes).toEqual([
    { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) },
    seesOwn(rival),
    { status: 'rejected', reason: expect.objectContaining({ code: 'TN003' }) },
    seesOwn(acme),
    { status: 'fulfilled', value: [{ orgId: acme.orgId }] },
    seesOwn(rival),
  ]);
});

test('reads behind a connection that is lost go again; of a write nobody knows, and it says so', async () => {
  const outcomes = gathered<unknown>(
    () => narrow.readInTenant(acme.owner, (db) => asked(db, sql`select pg_sleep(60)`)),
    seenBy(rival.owner),
    () => narrow.inTenant(acme.owner, (db) => db.update(leads).set({ name: 'Lost' }), { isOneTrip: true }),
    seenBy(acme.owner),
  );
  await killWhatSleeps();
  const failed = { status: 'rejected', reason: expect.objectContaining({ name: 'StatementFailed' }) };
  expect(await outcomes).toEqual([failed, seesOwn(rival), failed, seesOwn(acme)]);
  const { rows } = await superuser.query(`select count(*)::int as lost from public.leads where name = 'Lost'`);
  expect(rows).toEqual([{ lost: 0 }]);
});

test.each([
  ['a context that outlives its transaction', sql`select set_config('tenancy.context', current_setting('tenancy.context'), false)`],
  ['a setting of the session', sql`set search_path = nowhere`],
  ['a statement under another’s name', sql`prepare tenancy_enter as select 'owner'`],
  ['nothing prepared', sql`deallocate all`],
])('whoever leaves %s behind harms nobody who came at the same time', async (_, leaving) => {
  await gathered(seenBy(acme.owner));
  const outcomes = await gathered<unknown>(
    seenBy(rival.owner),
    () => narrow.readInTenant(acme.owner, (db) => asked(db, leaving)),
    seenBy(rival.owner),
    seenBy(acme.owner),
  );
  expect([outcomes[0], outcomes[2], outcomes[3]]).toEqual([seesOwn(rival), seesOwn(rival), seesOwn(acme)]);
});
