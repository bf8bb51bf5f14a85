import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, rival, superuser, narrow, lost, running, kill, expectClean } = await narrowKernel();
const never = () => new Promise<never>(() => {});

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow({ limits: { statementMs: 1_000, lockMs: 200 }, transactionLimitMs: 10_000 });
});
afterEach(() => expectClean(tenancy));

async function pidOf(db: TenantDb): Promise<number> {
  return (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid ?? 0;
}

describe('what takes too long', () => {
  const slow = (db: Pick<TenantDb, 'execute'>) => db.execute(sql`select pg_sleep(5)`);

  test('a statement', async () => {
    await expect(tenancy.readInTenant(acme.owner, slow)).rejects.toMatchObject({ code: '57014' });
    for (const isOneTrip of [false, true]) {
      const write = (db: TenantDb) => Promise.all([db.insert(leads).values(lost()), slow(db)]);
      await expect(tenancy.inTenant(acme.owner, write, { isOneTrip })).rejects.toThrow('A statement failed');
    }
  });

  test('a wait for a lock', async () => {
    await superuser.query('begin');
    await superuser.query('select * from public.leads for update');
    for (const isOneTrip of [false, true]) {
      const going = tenancy.inTenant(acme.owner, (db) => db.update(leads).set({ name: 'Lost' }), { isOneTrip });
      await expect(going).rejects.toMatchObject({ code: '55P03' });
    }
    await superuser.query('rollback');
  });

  test.each(['asks once more', 'says nothing more'])('a transaction that idles, whose work then %s', async (then) => {
    const strict = narrow({ limits: { idleInTransactionMs: 200 } });
    const going = strict.inTenant(acme.owner, async (db) => {
      await db.insert(leads).values(lost());
      await superuser.query('select pg_sleep(0.5)');
      if (then === 'asks once more') await db.$count(leads);
    });
    await expect(going).rejects.toMatchObject({ name: 'StatementFailed' });
    await expectClean(strict);
  });

  test('a callback that never ends, and one whose statement never does', async () => {
    const hasty = narrow({ transactionLimitMs: 200 });
    await expect(hasty.inTenant(acme.owner, (db) => db.insert(leads).values(lost()).then(never))).rejects.toThrow('more than 200 ms');
    await expect(hasty.inTenant(acme.owner, never)).rejects.toThrow('more than 200 ms');
    await expect(hasty.readInTenant(acme.owner, never)).rejects.toThrow('more than 200 ms');
    for (const isOneTrip of [false, true])
      await expect(hasty.inTenant(acme.owner, slow, { isOneTrip })).rejects.toThrow('more than 200 ms');
    await expect(hasty.readInTenant(acme.owner, slow)).rejects.toThrow('more than 200 ms');
  });
});

describe('a lost connection', () => {
  const outlasting = (db: Pick<TenantDb, 'execute'>) => db.execute(sql`select pg_sleep(60)`);
  beforeEach(() => {
    tenancy = narrow({ limits: { statementMs: 90_000 }, transactionLimitMs: 90_000 });
  });

  test('before', async () => {
    await kill(await tenancy.inTenant(acme.owner, pidOf));
    expect(await tenancy.inTenant(acme.owner, pidOf)).toBeGreaterThan(0);
  });

  test.each([
    ['a transaction', false],
    ['a transaction in one round trip', true],
  ])('while %s is under way', async (_, isOneTrip) => {
    const work = (db: TenantDb) => Promise.all([db.insert(leads).values(lost()), outlasting(db)]);
    const outcome = tenancy.inTenant(acme.owner, work, { isOneTrip }).catch((error: unknown) => error);
    await kill(await running(tenancy, 'pg_sleep'));
    expect(await outcome).toMatchObject({ name: 'StatementFailed' });
  });

  test('while a read is under way', async () => {
    const going = tenancy.readInTenant(acme.owner, (db) => Promise.all([db.$count(leads), outlasting(db)]));
    const outcome = going.catch((error: unknown) => error);
    await kill(await running(tenancy, 'pg_sleep'));
    expect(await outcome).toMatchObject({ name: 'StatementFailed' });
  });

  test.each(['asks', 'commits', 'throws'])('between two statements, whose work then %s', async (then) => {
    const going = tenancy.inTenant(acme.owner, async (db) => {
      await db.insert(leads).values(lost());
      await kill(await pidOf(db));
      if (then === 'asks') await db.$count(leads);
      if (then === 'throws') throw new Error('no');
    });
    await expect(going).rejects.toThrow(then === 'throws' ? 'no' : 'A statement failed');
  });

  test('after, with a client that somebody kept', async () => {
    const kept: TenantDb[] = [];
    const pid = await tenancy.inTenant(acme.owner, (db) => {
      kept.push(db);
      return pidOf(db);
    });
    await kill(pid);
    for (const db of kept) await expect(db.insert(leads).values(lost())).rejects.toThrow('its transaction has ended');
  });
});

test('more than there are connections: who waits too long is told, and the others are served', async () => {
  const busy = narrow({ connectLimitMs: 300 });
  const [letGo, isIn] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const holding = busy.inTenant(acme.owner, async (db) => {
    isIn.resolve(await db.role());
    await letGo.promise;
  });
  await isIn.promise;
  for (const isOneTrip of [false, true])
    await expect(busy.inTenant(rival.owner, (db) => db.$count(leads), { isOneTrip })).rejects.toMatchObject({ code: '08006' });
  await expect(busy.readInTenant(rival.owner, (db) => db.$count(leads))).rejects.toMatchObject({ code: '08006' });
  letGo.resolve();
  await holding;
  await expectClean(busy);
});
