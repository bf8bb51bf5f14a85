import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { kernel } from './kernel.fixture.ts';
import { StatementFailed } from './statement-failed.ts';
import { leads } from './tables.fixture.ts';
import { TenantClientEnded } from './tenant-client-ended.ts';
import type { TenantDb } from './drizzle/tenant-db.ts';

const { acme, rival, tenancy, open } = await kernel();

function countLeads(): Promise<number> {
  return tenancy.inTenant(acme.owner, (db) => db.$count(leads));
}

function lead(phone: string) {
  return { orgId: acme.orgId, name: 'New', phone };
}

test('a client is of no use after its transaction, and says why', async () => {
  const leaving: unknown = await tenancy.inTenant(acme.owner, async (db) => {
    expect(await db.select().from(leads)).toHaveLength(1);
    return db;
  });
  // @ts-expect-error A client that leaves its work is of no type.
  const kept: TenantDb = await tenancy.inTenant(acme.owner, async (db) => db);
  expect(Object.keys(kept)).toEqual(Object.keys(leaving as TenantDb));
  await expect(kept.select().from(leads)).rejects.toThrow(TenantClientEnded);
  await expect(kept.execute(sql`select 1`)).rejects.toThrow('its transaction has ended');
  await expect(kept.insert(leads).values(lead('+4915100000001'))).rejects.toThrow(TenantClientEnded);
});

test('ATK-043 a client that outlives its transaction never reaches the next one on its connection', async () => {
  const kept: TenantDb[] = [];
  const narrow = open('app', { maxConnections: 1 });
  await narrow.inTenant(acme.owner, async (db) => {
    expect(await db.select({ orgId: leads.orgId }).from(leads), 'in time').toEqual([{ orgId: acme.orgId }]);
    kept.push(db);
  });
  await narrow.inTenant(rival.owner, async (db) => {
    for (const late of kept) await expect(late.select().from(leads)).rejects.toThrow(TenantClientEnded);
    expect(await db.select({ orgId: leads.orgId }).from(leads)).toEqual([{ orgId: rival.orgId }]);
  });
});

test('ATK-043 two organisations in one Promise.all: each client stays its own in whatever hands, and is of no use afterwards', async () => {
  interface Handed {
    readonly db: TenantDb;
  }
  const [ofAcme, ofRival] = [Promise.withResolvers<Handed>(), Promise.withResolvers<Handed>()];
  const isAcmeOver = Promise.withResolvers<void>();
  const ownersIn = async ({ db }: Handed) => (await db.select({ orgId: leads.orgId }).from(leads)).map(({ orgId }) => orgId);
  const [inAcme, inRival] = await Promise.all([
    tenancy
      .inTenant(acme.owner, async (db) => {
        ofAcme.resolve({ db });
        return ownersIn(await ofRival.promise);
      })
      .finally(() => isAcmeOver.resolve()),
    tenancy.inTenant(rival.owner, async (db) => {
      ofRival.resolve({ db });
      const [borrowed] = await Promise.all([ofAcme.promise, isAcmeOver.promise]);
      await expect(ownersIn(borrowed)).rejects.toThrow(TenantClientEnded);
      return ownersIn({ db });
    }),
  ]);
  expect({ inAcme, inRival }, "rows of the client's own organisation").toEqual({ inAcme: [rival.orgId], inRival: [rival.orgId] });
  await expect(ownersIn(await ofRival.promise)).rejects.toThrow(TenantClientEnded);
});

test('ATK-043 work that nobody awaited is refused once its transaction is over', async () => {
  const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
  const forgotten = await tenancy.inTenant(acme.owner, async (db) => {
    const outcome = isOver
      .then(() => db.insert(leads).values(lead('+4915100000002')))
      .then(
        () => 'written',
        (error: unknown) => error,
      );
    return { outcome };
  });
  over();
  expect(await forgotten.outcome).toBeInstanceOf(TenantClientEnded);
  expect(await countLeads()).toBe(1);
});

test('ATK-040 inside a tenant no tenant can be entered, neither another nor the same', async () => {
  for (const inner of [rival.owner, acme.owner]) {
    await expect(tenancy.inTenant(acme.owner, () => tenancy.inTenant(inner, async () => 'in'))).rejects.toThrow(
      'A tenant is entered already',
    );
  }
  await expect(tenancy.inTenant(acme.owner, async () => 'in')).resolves.toBe('in');
});

test('what throws is rolled back whole, and the error comes out as it was', async () => {
  class Mine extends Error {}
  const failing = tenancy.inTenant(acme.owner, async (db) => {
    await db.insert(leads).values(lead('+4915100000003'));
    expect(await db.$count(leads)).toBe(2);
    throw new Mine('no');
  });
  await expect(failing).rejects.toThrow(Mine);
  expect(await countLeads()).toBe(1);
});

test('ATK-041 a failed statement that was caught and forgotten fails the transaction all the same', async () => {
  const write = (divisor: number) =>
    tenancy.inTenant(acme.owner, async (db) => {
      await db.insert(leads).values(lead('+4915100000004'));
      await db.execute(sql`select 1 / ${divisor}::integer`).catch(() => 'caught');
      return 'done';
    });
  expect(await write(1)).toBe('done');
  expect(await tenancy.inTenant(acme.owner, (db) => db.delete(leads).where(eq(leads.phone, '+4915100000004')))).toMatchObject({
    rowCount: 1,
  });
  const hushed = write(0);
  await expect(hushed).rejects.toMatchObject({ name: 'StatementFailed', code: '25P02' });
  expect(await countLeads()).toBe(1);
});

test('ATK-041 after a failed statement nothing else is run with the same client, and the next one on its connection is clean', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const tried: unknown[] = [];
  const going = narrow.inTenant(acme.owner, async (db) => {
    expect(await db.$count(leads), 'before').toBe(1);
    await expect(db.execute(sql`select 1 / 0`)).rejects.toMatchObject({ code: '22012' });
    const attempts = [db.insert(leads).values(lead('+4915100000005')), db.$count(leads), db.execute(sql`rollback`)];
    for (const attempt of attempts) tried.push(await Promise.resolve(attempt).catch((error: unknown) => error));
    return 'done';
  });
  await expect(going).rejects.toMatchObject({ code: '25P02' });
  expect(tried).toMatchObject([{ code: '25P02' }, { code: '25P02' }, { code: '25P02' }]);
  expect(await narrow.inTenant(rival.owner, (db) => db.select({ orgId: leads.orgId }).from(leads))).toEqual([{ orgId: rival.orgId }]);
  expect(await countLeads()).toBe(1);
});

test('a client can neither open, widen nor be changed', async () => {
  await tenancy.inTenant(acme.owner, async (db) => {
    expect(Object.keys(db)).toEqual(['orgId', 'actor']);
    for (const way of ['transaction', '$client', 'session', '$with', 'query']) expect(db).not.toHaveProperty(way);
    expect(() => Object.assign(db, { orgId: rival.orgId })).toThrow(TypeError);
    expect(db).toMatchObject({ orgId: acme.orgId });
    expect(await db.role()).toBe('owner');
  });
});

test('errors tell neither parameters nor rows nor the statement', async () => {
  const secret = '+4915199999999';
  const failures = await Promise.all([
    tenancy.inTenant(acme.owner, (db) => db.insert(leads).values([lead(secret), lead(secret)])).catch((error: unknown) => error),
    tenancy.inTenant(acme.owner, (db) => db.execute(sql`select ${secret}::uuid`)).catch((error: unknown) => error),
    tenancy.inTenant(acme.owner, (db) => db.execute(sql`select * from missing where x = ${secret}`)).catch((error: unknown) => error),
  ]);
  expect(failures).toMatchObject([{ code: '23505', table: 'leads' }, { code: '22P02' }, { code: '42P01' }]);
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(StatementFailed);
    const told = [failure, ...chain(failure)]
      .map((error) => `${String(error)}${JSON.stringify(error)}${error instanceof Error ? error.stack : ''}`)
      .join();
    expect(told).not.toContain('99999999');
    expect(told).not.toContain('select *');
  }
});

function chain(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error.cause, ...chain(error.cause)] : [];
}
