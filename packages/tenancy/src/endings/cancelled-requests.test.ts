import { getEventListeners } from 'node:events';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, rival, narrow, lost, running, expectClean } = await narrowKernel();

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow({ limits: { statementMs: 1_000, lockMs: 200 }, transactionLimitMs: 10_000 });
});
afterEach(() => expectClean(tenancy));

async function pidOf(db: TenantDb): Promise<number> {
  return (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid ?? 0;
}

describe('a cancelled request', () => {
  const sleep = (db: Pick<TenantDb, 'execute'>) => db.execute(sql`select pg_sleep(0.9)`);
  let request: AbortController;
  beforeEach(() => {
    request = new AbortController();
  });
  afterEach(() => {
    expect(getEventListeners(request.signal, 'abort')).toEqual([]);
  });

  test('before anything', async () => {
    request.abort();
    const { signal } = request;
    for (const isOneTrip of [false, true])
      await expect(tenancy.inTenant(acme.owner, (db) => db.insert(leads).values(lost()), { signal, isOneTrip })).rejects.toThrow();
    await expect(tenancy.readInTenant(acme.owner, (db) => db.$count(leads), { signal })).rejects.toThrow('cancelled');
  });

  test('while its statement runs', async () => {
    const { signal } = request;
    const going = tenancy.inTenant(acme.owner, (db) => Promise.all([db.insert(leads).values(lost()), sleep(db)]), { signal });
    const outcome = going.catch((error: unknown) => error);
    await running(tenancy, 'pg_sleep');
    request.abort();
    expect(await outcome).toMatchObject({ name: 'TenantClientEnded', message: expect.stringContaining('its request was cancelled') });
  });

  test('while its read runs', async () => {
    const going = tenancy.readInTenant(acme.owner, sleep, { signal: request.signal });
    const outcome = going.catch((error: unknown) => error);
    await running(tenancy, 'pg_sleep');
    request.abort();
    expect(await outcome).toMatchObject({ name: 'TenantClientEnded', message: expect.stringContaining('its request was cancelled') });
  });

  test('between its statements, which go on afterwards', async () => {
    const late = Promise.withResolvers<unknown>();
    const going = tenancy.inTenant(
      acme.owner,
      async (db) => {
        await db.insert(leads).values(lost());
        request.abort();
        late.resolve(
          await db
            .insert(leads)
            .values(lost())
            .catch((error: unknown) => error),
        );
      },
      { signal: request.signal },
    );
    await expect(going).rejects.toThrow('its request was cancelled');
    expect(await late.promise).toMatchObject({ name: 'TenantClientEnded' });
  });

  test('that ends well leaves no listener', async () => {
    await tenancy.inTenant(acme.owner, (db) => db.$count(leads), { signal: request.signal });
  });

  test('that waits for a connection costs none, however many there are', async () => {
    const [letGo, isIn] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
    const holding = tenancy.inTenant(rival.owner, async (db) => {
      isIn.resolve(await pidOf(db));
      await letGo.promise;
      return pidOf(db);
    });
    const pid = await isIn.promise;
    const waiting = Array.from({ length: 50 }, () =>
      tenancy.inTenant(acme.owner, (db) => db.insert(leads).values(lost()), { signal: request.signal }),
    );
    const outcomes = Promise.allSettled(waiting);
    request.abort();
    expect((await outcomes).map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 'rejected'));
    letGo.resolve();
    await holding;
    expect(await tenancy.inTenant(rival.owner, pidOf), 'the same connection').toBe(pid);
  });
});
