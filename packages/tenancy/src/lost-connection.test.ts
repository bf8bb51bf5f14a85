import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { kernel } from './kernel.fixture.ts';
import { leads } from './tables.fixture.ts';
import type { TenantDb } from './drizzle/tenant-db.ts';

const { acme, rival, open, superuser } = await kernel();

async function pidOf(db: TenantDb): Promise<unknown> {
  return (await db.execute(sql`select pg_backend_pid() as pid`)).rows[0]?.['pid'];
}

/** Ends a backend, and waits until it is gone. */
async function kill(pid: unknown): Promise<void> {
  await superuser.query('select pg_terminate_backend($1, 5000)', [pid]);
}

test('a backend lost in the middle of a transaction fails it, and the next one has another connection', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const lost = narrow.inTenant(acme.owner, async (db) => {
    await db.insert(leads).values({ orgId: acme.orgId, name: 'Lost', phone: '+4915100000001' });
    await kill(await pidOf(db));
    return db.$count(leads);
  });
  await expect(lost).rejects.toMatchObject({ name: expect.stringMatching(/^(StatementFailed|TenantClientEnded)$/) });
  expect(await narrow.inTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
});

test('a backend lost while nothing was asked of it fails the transaction at its end', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const { promise: isLost, resolve: lost } = Promise.withResolvers<void>();
  const waiting = narrow.inTenant(acme.owner, async (db) => {
    await db.insert(leads).values({ orgId: acme.orgId, name: 'Lost', phone: '+4915100000002' });
    const pid = await pidOf(db);
    kill(pid).then(lost, lost);
    await isLost;
    return 'done';
  });
  await expect(waiting).rejects.toThrow();
  expect(await narrow.inTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
});

test("the handle of a lost connection never reaches another organisation's transaction", async () => {
  const narrow = open('app', { maxConnections: 1 });
  const kept: TenantDb[] = [];
  const lost = narrow.inTenant(acme.owner, async (db) => {
    kept.push(db);
    await kill(await pidOf(db));
    await db.$count(leads);
  });
  await expect(lost).rejects.toThrow();
  await narrow.inTenant(rival.owner, async (db) => {
    for (const late of kept)
      await expect(late.insert(leads).values({ orgId: rival.orgId, name: 'Mine', phone: '+4915100000003' })).rejects.toThrow();
    expect(await db.select({ orgId: leads.orgId }).from(leads)).toEqual([{ orgId: rival.orgId }]);
  });
});

test('an idle connection that is lost is told of, and the process lives', async () => {
  const { promise: isTold, resolve: tell } = Promise.withResolvers<Error>();
  const narrow = open('app', { maxConnections: 1, onConnectionLost: tell });
  await kill(await narrow.inTenant(acme.owner, pidOf));
  expect(await isTold).toBeInstanceOf(Error);
  expect(await narrow.inTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
});

test('a callback that never ends is cut off at the limit, rolled back, and its connection is not used again', async () => {
  const narrow = open('app', { maxConnections: 1, transactionLimitMs: 1000 });
  const pids: unknown[] = [];
  const endless = narrow.inTenant(acme.owner, async (db) => {
    pids.push(await pidOf(db));
    await db.insert(leads).values({ orgId: acme.orgId, name: 'Endless', phone: '+4915100000004' });
    return new Promise<never>(() => {});
  });
  await expect(endless).rejects.toThrow('it took more than 1000 ms');
  pids.push(await narrow.inTenant(acme.owner, pidOf));
  expect(new Set(pids).size).toBe(2);
  expect(await narrow.inTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
});

test('a statement that never ends is cut off too', async () => {
  const narrow = open('app', { maxConnections: 1, transactionLimitMs: 1000 });
  await expect(narrow.inTenant(acme.owner, (db) => db.execute(sql`select pg_sleep(10)`))).rejects.toThrow('took more than 1000 ms');
  expect(await narrow.inTenant(acme.owner, (db) => db.$count(leads))).toBe(1);
});
