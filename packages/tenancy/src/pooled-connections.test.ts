import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { kernel } from './kernel.fixture.ts';
import { leads } from './tables.fixture.ts';

const { acme, rival, tenancy, open } = await kernel();
const TURNS = [acme, rival] as const;

test('ATK-035 a thousand turns of two organisations on one connection: each sees its own rows alone', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const seen = new Set<string>();
  for (let turn = 0; turn < 1000; turn += 1) {
    const { orgId, owner } = TURNS[turn % 2 === 0 ? 0 : 1];
    const rows = await narrow.inTenant(owner, (db) => db.select({ orgId: leads.orgId }).from(leads));
    for (const row of rows) seen.add(`${orgId} saw ${row.orgId}`);
  }
  expect([...seen].toSorted()).toEqual(TURNS.map(({ orgId }) => `${orgId} saw ${orgId}`).toSorted());
});

test('ATK-036 nothing of a tenant stays on the connection', async () => {
  const narrow = open('app', { maxConnections: 1 });
  await narrow.inTenant(acme.owner, async () => 'in');
  await expect(narrow.inTenant(acme.owner, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const setting = narrow.inTenant(rival.owner, (db) =>
    db.execute(sql`select current_setting('tenancy.context') like ${`%${rival.orgId}%`} as mine`),
  );
  expect((await setting).rows).toEqual([{ mine: true }]);
  const [id] = await narrow.lookup<{ auth_org_id: string | null }>('auth_org_id');
  expect(id).toEqual({ auth_org_id: null });
});

test.each(['not a context', 'its own context'])(
  'a setting that outlives its transaction (%s) costs others one entry, and not the connection',
  async (wish) => {
    const narrow = open('app', { maxConnections: 1 });
    await narrow.inTenant(acme.owner, (db) =>
      db.execute(
        sql`select set_config('tenancy.context', ${wish === 'not a context' ? sql`'x'` : sql`current_setting('tenancy.context')`}, false)`,
      ),
    );
    await expect(narrow.inTenant(rival.owner, async () => 'in')).rejects.toThrow();
    expect(await narrow.inTenant(rival.owner, async () => 'in')).toBe('in');
  },
);

test('who waited for a connection for longer than a context lives enters all the same', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const { promise: isHeld, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: isIn, resolve: tellIn } = Promise.withResolvers<string>();
  const holding = narrow.inTenant(acme.owner, async (db) => {
    tellIn(await db.role());
    await isHeld;
  });
  await isIn;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 120_000 });
  const waiting = narrow.inTenant(rival.owner, async () => 'in');
  vi.useRealTimers();
  letGo();
  await holding;
  expect(await waiting).toBe('in');
});

test('nobody waits for a connection for ever, and is told so without a word of the driver', async () => {
  const narrow = open('app', { maxConnections: 1, connectLimitMs: 500 });
  await narrow.inTenant(acme.owner, async () => 'connected');
  const { promise: isHeld, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: isIn, resolve: tellIn } = Promise.withResolvers<string>();
  const holding = narrow.inTenant(acme.owner, async (db) => {
    tellIn(await db.role());
    await isHeld;
  });
  await isIn;
  await expect(narrow.inTenant(rival.owner, async () => 'in')).rejects.toThrow('A statement failed (08006).');
  letGo();
  await holding;
});

test('ATK-044 two hundred at once, of two organisations, with waits in between: no foreign row', async () => {
  const visits = Array.from({ length: 200 }, async (_, index) => {
    const { orgId, owner } = TURNS[index % 2 === 0 ? 0 : 1];
    await pause(Math.random() * 20);
    return tenancy.inTenant(owner, async (db) => {
      const first = await db.select({ orgId: leads.orgId }).from(leads);
      await pause(Math.random() * 20);
      const second = await db.select({ orgId: leads.orgId }).from(leads);
      return [...first, ...second].filter((row) => row.orgId !== orgId).length + (first.length === 1 ? 0 : 1);
    });
  });
  expect((await Promise.all(visits)).filter((wrong) => wrong > 0)).toEqual([]);
});
