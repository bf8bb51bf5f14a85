import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { kernel } from '../kernel.fixture.ts';
import { leads, memberships } from '../tables.fixture.ts';
import type { TenantDb, TenantReader } from '../drizzle/tenant-db.ts';
import { Trips } from './trips.ts';

const { acme, rival, tenancy, superuser, open } = await kernel();
const DIVISION = sql`select 1 / (count(*) - count(*)) from public.leads`;

async function placeOf(db: TenantReader): Promise<unknown> {
  const { rows } = await db.execute(sql`select pg_backend_pid() as pid, transaction_timestamp()::text as begun`);
  return rows[0];
}

test('what is asked together makes one round trip and is one transaction, and the trace says so', async () => {
  const trips = new Trips();
  const places = await tenancy.readInTenant(acme.owner, (db) => Promise.all([1, 2, 3, 4, 5].map(() => placeOf(db))), { trips });
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1);
  expect(trips.toJSON()).toEqual({ roundTrips: 1, statements: 5, shared: 5 });
});

test('two pieces of work of one request and one caller share a trip; of two callers, never', async () => {
  const trips = new Trips();
  const visit = (owner = acme.owner) => tenancy.readInTenant(owner, placeOf, { trips });
  const [first, second, other] = await Promise.all([visit(), visit(), visit(rival.owner)]);
  expect(second).toEqual(first);
  expect(other).not.toEqual(first);
  expect(trips.toJSON()).toEqual({ roundTrips: 2, statements: 3, shared: 2 });
});

test('one that fails spoils none beside it: what was skipped runs again, once, alone', async () => {
  const trips = new Trips();
  const outcomes = await tenancy.readInTenant(
    acme.owner,
    (db) => Promise.allSettled([db.$count(leads), db.execute(DIVISION), db.$count(leads), db.execute(DIVISION), db.$count(leads)]),
    { trips },
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [each.reason.code]))).toEqual([
    1,
    '22012',
    1,
    '22012',
    1,
  ]);
  expect(trips.roundTrips, 'all five, then the three that were skipped').toBe(4);
});

test('what reads can not write, whichever way it tries', async () => {
  const wish = (work: (db: TenantDb) => Promise<unknown>) => tenancy.readInTenant(acme.owner, (db) => work(db as TenantDb));
  const row = { orgId: acme.orgId, name: 'New', phone: '+4915100000009' };
  await expect(wish((db) => db.insert(leads).values(row))).rejects.toMatchObject({ code: '25006' });
  await expect(wish((db) => db.update(leads).set({ name: 'x' }))).rejects.toMatchObject({ code: '25006' });
  await expect(wish((db) => db.delete(leads))).rejects.toMatchObject({ code: '25006' });
  const lifted = (how: string) => wish((db) => Promise.all([db.execute(sql.raw(how)), db.insert(leads).values(row)]));
  for (const how of [
    "select set_config('transaction_read_only', 'off', true)",
    'set transaction read write',
    'set local transaction_read_only = off',
  ]) {
    await expect(lifted(how)).rejects.toMatchObject({ code: '25001' });
  }
  expect(await tenancy.readInTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
  expect(await tenancy.inTenant(acme.owner, async (db) => (await db.insert(leads).values(row)).rowCount), 'and a transaction can').toBe(1);
  await tenancy.inTenant(acme.owner, (db) => db.execute(sql`delete from public.leads where phone = ${row.phone}`));
});

test('a role that may not enter is refused by the database, with or without a statement', async () => {
  const roles = ['owner', 'admin'];
  expect(await tenancy.readInTenant(acme.owner, (db) => db.role(), { roles })).toBe('owner');
  for (const work of [(db: TenantReader) => db.$count(leads), () => Promise.resolve(0)]) {
    await expect(tenancy.readInTenant(acme.viewer, work, { roles })).rejects.toMatchObject({ name: 'TenantRefused', code: 'TN004' });
    await expect(tenancy.inTenant(acme.viewer, work, { roles })).rejects.toMatchObject({ name: 'TenantRefused', code: 'TN004' });
    await expect(tenancy.inTenant(acme.viewer, work, { roles, isOneTrip: true })).rejects.toMatchObject({ code: 'TN004' });
  }
});

test('a transaction that a statement left open costs its connection, and nobody else', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const pid = async () => (await narrow.readInTenant(acme.owner, placeOf)) as { pid: number };
  const before = await pid();
  await narrow.readInTenant(acme.owner, (db) => db.execute(sql`begin`));
  expect(await narrow.readInTenant(rival.owner, (db) => db.select({ orgId: leads.orgId }).from(leads))).toEqual([{ orgId: rival.orgId }]);
  expect((await pid()).pid).not.toBe(before.pid);
  await expect(narrow.readInTenant(acme.owner, (db) => Promise.all([db.execute(sql`begin`), db.execute(DIVISION)]))).rejects.toThrow();
  expect(await narrow.readInTenant(rival.owner, (db) => db.$count(leads)), 'after an error too').toBe(1);
});

test('between two reads no connection is held, and each looks the membership up', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const going = narrow.readInTenant(acme.viewer, async (db) => {
    await db.$count(leads);
    expect(await narrow.lookup('auth_org_id'), 'the only connection is free').toHaveLength(1);
    await superuser.query('delete from public.memberships where user_id = $1', [acme.viewer.actor.id]);
    return db.$count(memberships);
  });
  await expect(going).rejects.toMatchObject({ name: 'TenantRefused', code: 'TN003' });
});
