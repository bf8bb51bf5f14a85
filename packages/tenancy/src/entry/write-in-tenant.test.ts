import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import { kernel } from '../kernel.fixture.ts';
import { leads } from '../tables.fixture.ts';
import { Trips } from './trips.ts';

const { acme, rival, tenancy, superuser, open } = await kernel();
const owner = acme.owner;

function lead(phone: string) {
  return { orgId: acme.orgId, name: 'New', phone };
}

async function countOf(phone: string): Promise<number> {
  return tenancy.readInTenant(owner, (db) => db.$count(leads, eq(leads.phone, phone)));
}

test('BEGIN, the entry and what is asked first make one round trip, COMMIT another', async () => {
  const trips = new Trips();
  await tenancy.inTenant(owner, (db) => Promise.all([db.insert(leads).values(lead('+4915200000001')), db.$count(leads)]), { trips });
  expect(trips.toJSON()).toEqual({ roundTrips: 2, statements: 2, shared: 2 });
});

test('a mutation of one round trip is committed when it answers, whole', async () => {
  const trips = new Trips();
  const write = (db: TenantDb, second: string) =>
    Promise.all([db.insert(leads).values(lead('+4915200000002')), db.execute(sql.raw(second))]);
  await expect(tenancy.inTenant(owner, (db) => write(db, 'select 1 / 0'), { isOneTrip: true })).rejects.toMatchObject({ code: '22012' });
  expect(await countOf('+4915200000002')).toBe(0);
  await tenancy.inTenant(owner, (db) => write(db, 'select 1'), { isOneTrip: true, trips });
  expect(await countOf('+4915200000002')).toBe(1);
  expect(trips.toJSON()).toEqual({ roundTrips: 1, statements: 2, shared: 2 });
});

test('a second wish of a mutation of one round trip is refused, and says what to do', async () => {
  const going = tenancy.inTenant(
    owner,
    async (db) => {
      await db.insert(leads).values(lead('+4915200000003'));
      await db.insert(leads).values(lead('+4915200000004'));
    },
    { isOneTrip: true },
  );
  await expect(going).rejects.toThrow('ask together, or leave out `isOneTrip`');
  expect(await countOf('+4915200000004')).toBe(0);
});

test('a refusal of the entry refuses all that travelled with it', async () => {
  for (const isOneTrip of [false, true]) {
    const outcomes = tenancy.inTenant(
      { orgId: rival.orgId, actor: owner.actor },
      (db) => Promise.allSettled([db.insert(leads).values(lead('+4915200000005')), db.$count(leads)]).then(() => 'hushed'),
      { isOneTrip },
    );
    await expect(outcomes).rejects.toMatchObject({ name: 'TenantRefused', code: 'TN003' });
  }
});

/** Two transactions that read what the other writes: Postgres gives one of them up. */
function crossed(isRepeatable: boolean) {
  let [attempts, read] = [0, 0];
  const bothHaveRead = Promise.withResolvers<void>();
  const visit = (phone: string) =>
    tenancy.inTenant(
      owner,
      async (db) => {
        attempts += 1;
        const seen = await db.$count(leads);
        if ((read += 1) === 2) bothHaveRead.resolve();
        await bothHaveRead.promise;
        await db.insert(leads).values({ ...lead(phone), name: `saw ${seen}` });
      },
      { isolation: 'serializable', isRepeatable },
    );
  return Promise.allSettled([visit('+4915200000006'), visit('+4915200000007')]).then((outcomes) => ({ outcomes, attempts }));
}

test('what Postgres gave up runs again where it is marked repeatable, and fails elsewhere', async () => {
  const failing = await crossed(false);
  expect(failing.outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(failing.outcomes.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: '40001' });
  await tenancy.inTenant(owner, (db) => db.delete(leads).where(sql`phone like '+491520000000%'`));
  const repeated = await crossed(true);
  expect(repeated.outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(repeated.attempts).toBeGreaterThan(2);
  expect((await countOf('+4915200000006')) + (await countOf('+4915200000007'))).toBe(2);
});

test('a deadlock is given up too, and runs again', async () => {
  await tenancy.inTenant(owner, (db) => db.insert(leads).values([lead('+4915200000010'), lead('+4915200000011')]));
  let [attempts, held] = [0, 0];
  const bothHold = Promise.withResolvers<void>();
  const touch = (db: TenantDb, phone: string) => db.update(leads).set({ name: 'Locked' }).where(eq(leads.phone, phone));
  const visit = (first: string, second: string) =>
    tenancy.inTenant(
      owner,
      async (db) => {
        attempts += 1;
        await touch(db, first);
        if ((held += 1) === 2) bothHold.resolve();
        await bothHold.promise;
        await touch(db, second);
      },
      { isRepeatable: true },
    );
  await Promise.all([visit('+4915200000010', '+4915200000011'), visit('+4915200000011', '+4915200000010')]);
  expect(attempts).toBe(3);
});

test('a cancelled request commits nothing, and leaves no transaction behind', async () => {
  const request = new AbortController();
  const going = tenancy.inTenant(
    owner,
    async (db) => {
      await db.insert(leads).values(lead('+4915200000008'));
      request.abort();
      await db.$count(leads);
    },
    { signal: request.signal },
  );
  await expect(going).rejects.toThrow('its request was cancelled');
  expect(await countOf('+4915200000008')).toBe(0);
  await expect(
    tenancy.inTenant(owner, (db) => db.insert(leads).values(lead('+4915200000009')), { signal: request.signal }),
  ).rejects.toThrow('cancelled');
  expect(await countOf('+4915200000009')).toBe(0);
});

test('the database itself ends what takes too long, by default', async () => {
  const limits = await tenancy.readInTenant(owner, (db) =>
    db.execute(sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`),
  );
  expect(limits.rows).toEqual([{ statement: '20s', lock: '5s', idle: '30s' }]);
  const strict = open('app', { limits: { statementMs: 1000, lockMs: 100 } });
  await expect(strict.readInTenant(owner, (db) => db.execute(sql`select pg_sleep(5)`))).rejects.toMatchObject({ code: '57014' });
  await superuser.query('begin');
  await superuser.query('select * from public.leads for update');
  await expect(strict.inTenant(owner, (db) => db.update(leads).set({ name: 'x' }))).rejects.toMatchObject({ code: '55P03' });
  await superuser.query('rollback');
});
