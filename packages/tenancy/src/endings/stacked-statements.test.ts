import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, superuser, narrow, lost, expectClean } = await narrowKernel();

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow();
});
afterEach(() => expectClean(tenancy));

/** Each way to the database. They ask one statement, and give its rows. */
const WAYS = {
  'a transaction': (text: string) => tenancy.inTenant(acme.owner, (db) => db.execute(sql.raw(text))),
  'a transaction in one round trip': (text: string) => tenancy.inTenant(acme.owner, (db) => db.execute(sql.raw(text)), { isOneTrip: true }),
  'a read': (text: string) => tenancy.readInTenant(acme.owner, (db) => db.execute(sql.raw(text))),
};

describe.each(Object.entries(WAYS))('ATK-039 two statements in one text, over %s', (_, ask) => {
  test.each([
    'select 1 as one; commit; select 2',
    `select 1; rollback; begin; select set_config('tenancy.context', '${'x'.repeat(8)}', false)`,
    'select 1; set role postgres',
    `insert into public.leads (org_id, name, phone) values ('${acme.orgId}', 'Lost', '+4915100000039'); commit`,
    'select 1; -- and\n reset all',
  ])('%s', async (text) => {
    expect((await ask('select 1 as one')).rows, 'one alone').toEqual([{ one: 1 }]);
    await expect(ask(text)).rejects.toMatchObject({ name: 'StatementFailed', code: '42601' });
  });
});

test('ATK-039 what is stacked inside a value is a value', async () => {
  const stacked = `'; commit; set role postgres; select '`;
  const told = await tenancy.inTenant(acme.owner, async (db) => {
    const { rows } = await db.execute(sql`select ${stacked}::text as told, current_user as who`);
    return [...rows, ...(await db.select({ orgId: leads.orgId }).from(leads))];
  });
  expect(told).toEqual([{ told: stacked, who: 'ringfence_app' }, { orgId: acme.orgId }]);
  await expect(tenancy.lookup(`auth_org_id(); commit; select 1`)).rejects.toThrow('not the name of a lookup function');
});

test('ATK-039 the simple protocol would run what is refused here', async () => {
  const ran = await superuser.query('select 1 as one; commit; select 2 as two');
  expect(ran, 'a result for each of three').toHaveLength(3);
});

/** Sent by itself, such a statement is none too many: it must not let what comes behind it run outside of the tenant. */
const LEAVING = {
  commit: 'commit',
  rollback: 'rollback',
  'commit, and another transaction': 'commit and chain',
  'rollback, and another transaction': 'rollback and chain',
  'no setting at all': 'reset all',
  'no setting for the session': 'discard all',
};

describe.each(Object.entries(LEAVING))('ATK-039 a statement that leaves the tenant: %s', (_, leaving) => {
  test('nothing behind it is seen or written but within the tenant', async () => {
    const write = async (db: TenantDb, between: string) => {
      await db.insert(leads).values({ orgId: acme.orgId, name: 'Kept', phone: `+49151${String(Date.now()).slice(-8)}` });
      await db.execute(sql.raw(between));
      const seen = await db.selectDistinct({ orgId: leads.orgId }).from(leads);
      await db.insert(leads).values(lost());
      return seen;
    };
    const seen = await tenancy.inTenant(acme.owner, (db) => write(db, leaving)).catch((error: unknown) => error);
    expect(seen).toBeInstanceOf(Error);
    const reading = tenancy.readInTenant(acme.owner, async (db) => {
      const [, rows] = await Promise.all([db.execute(sql.raw(leaving)), db.selectDistinct({ orgId: leads.orgId }).from(leads)]);
      return rows;
    });
    const read = await reading.catch(() => []);
    expect(read.filter(({ orgId }) => orgId !== acme.orgId)).toEqual([]);
  });
});
