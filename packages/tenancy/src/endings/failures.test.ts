import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, rival, superuser, narrow, lost, expectClean, tenancy: wide } = await narrowKernel();
const DIVISION = sql`select 1 / 0`;

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow({ limits: { statementMs: 1_000, lockMs: 200 }, transactionLimitMs: 10_000 });
});
afterEach(() => expectClean(tenancy));

describe('at the entry', () => {
  const write = (db: TenantDb) => Promise.all([db.insert(leads).values(lost()), db.$count(leads)]);
  const stranger = { orgId: acme.orgId, actor: rival.owner.actor };

  test('an actor who does not belong', async () => {
    for (const isOneTrip of [false, true])
      await expect(tenancy.inTenant(stranger, write, { isOneTrip })).rejects.toMatchObject({ code: 'TN003' });
    await expect(tenancy.readInTenant(stranger, (db) => db.$count(leads))).rejects.toMatchObject({ code: 'TN003' });
  });

  test('a role that may not', async () => {
    for (const isOneTrip of [false, true])
      await expect(tenancy.inTenant(acme.viewer, write, { isOneTrip, roles: ['owner'] })).rejects.toMatchObject({ code: 'TN004' });
  });

  test('a key that is not ours', async () => {
    const forger = narrow({ contextKey: Buffer.alloc(32, 9) });
    for (const isOneTrip of [false, true])
      await expect(forger.inTenant(acme.owner, write, { isOneTrip })).rejects.toMatchObject({ code: 'TN001' });
  });
});

describe.each([
  { at: 'the first statement', before: 0, after: 2 },
  { at: 'one in the middle', before: 1, after: 1 },
  { at: 'the last statement', before: 2, after: 0 },
])('at $at', ({ before, after }) => {
  const ask = (db: TenantDb, count: number) => Array.from({ length: count }, () => db.insert(leads).values(lost()).execute());

  test('asked one after another', async () => {
    const going = tenancy.inTenant(acme.owner, async (db) => {
      for (const row of Array.from({ length: before }, lost)) await db.insert(leads).values(row);
      await db.execute(DIVISION);
    });
    await expect(going).rejects.toMatchObject({ code: '22012' });
  });

  test.each([false, true])('asked together (in one round trip: %s)', async (isOneTrip) => {
    const together = (db: TenantDb) => Promise.all([...ask(db, before), db.execute(DIVISION), ...ask(db, after)]);
    await expect(tenancy.inTenant(acme.owner, together, { isOneTrip })).rejects.toThrow('A statement failed');
  });

  test.each([false, true])('and nobody said so (in one round trip: %s)', async (isOneTrip) => {
    const hushed = (db: TenantDb) => Promise.allSettled([...ask(db, before), db.execute(DIVISION), ...ask(db, after)]).then(() => 'done');
    await expect(tenancy.inTenant(acme.owner, hushed, { isOneTrip })).rejects.toMatchObject({ code: '25P02' });
  });

  test('of a read', async () => {
    const reads = (db: Pick<TenantDb, '$count'>, count: number) => Array.from({ length: count }, () => db.$count(leads));
    const going = tenancy.readInTenant(acme.owner, (db) => Promise.all([...reads(db, before), db.execute(DIVISION), ...reads(db, after)]));
    await expect(going).rejects.toMatchObject({ code: '22012' });
  });
});

describe('an error of the work itself', () => {
  const no = () => Promise.reject(new Error('no'));

  test.each([false, true])('before, between and behind statements (in one round trip: %s)', async (isOneTrip) => {
    await expect(tenancy.inTenant(acme.owner, no, { isOneTrip })).rejects.toThrow('no');
    if (!isOneTrip) await expect(tenancy.inTenant(acme.owner, (db) => db.insert(leads).values(lost()).then(no))).rejects.toThrow('no');
    await expect(tenancy.readInTenant(acme.owner, (db) => db.$count(leads).then(no))).rejects.toThrow('no');
  });

  test.each([false, true])('behind a statement that nobody awaited: it is never sent (in one round trip: %s)', async (isOneTrip) => {
    const forgotten: Promise<unknown>[] = [];
    const going = tenancy.inTenant(
      acme.owner,
      async (db) => {
        await Promise.resolve();
        forgotten.push(db.insert(leads).values(lost()).execute(), db.role());
        return no();
      },
      { isOneTrip },
    );
    const outcomes = going.catch(() => Promise.allSettled(forgotten));
    await expect(going).rejects.toThrow('no');
    expect(await outcomes).toMatchObject([{ reason: { name: 'TenantClientEnded' } }, { reason: { name: 'TenantClientEnded' } }]);
  });

  test('thrown and not rejected, of a request that was cancelled already', async () => {
    const work = () => {
      throw new Error('no');
    };
    await expect(tenancy.inTenant(acme.owner, work)).rejects.toThrow('no');
    await expect(tenancy.inTenant(acme.owner, work, { signal: AbortSignal.abort() })).rejects.toThrow('cancelled');
    await expect(tenancy.readInTenant(acme.owner, work, { signal: AbortSignal.abort() })).rejects.toThrow('cancelled');
  });
});

describe('at the commit', () => {
  test.each([false, true])('a constraint that is looked at last (in one round trip: %s)', async (isOneTrip) => {
    await superuser.query(`
      create or replace function public.refuse_lost() returns trigger language plpgsql as
        $$ begin raise exception 'lost' using errcode = '23514'; end $$;
      create constraint trigger refuse_lost after insert on public.leads deferrable initially deferred
        for each row when (new.name = 'Lost') execute function public.refuse_lost()`);
    const going = tenancy.inTenant(acme.owner, (db) => db.insert(leads).values(lost()), { isOneTrip });
    await expect(going).rejects.toMatchObject({ code: '23514' });
    await superuser.query('drop trigger refuse_lost on public.leads');
  });

  test('what another wrote meanwhile', async () => {
    const going = tenancy.inTenant(
      acme.owner,
      async (db) => {
        await db.$count(leads);
        await db.insert(leads).values(lost());
        await wide.inTenant(
          acme.owner,
          async (other) => {
            await other.$count(leads);
            await other.insert(leads).values({ ...lost(), name: 'Kept' });
          },
          { isolation: 'serializable' },
        );
      },
      { isolation: 'serializable' },
    );
    await expect(going).rejects.toMatchObject({ code: '40001' });
  });
});
