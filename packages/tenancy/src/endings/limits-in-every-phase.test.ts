import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, narrow, lost, expectClean } = await narrowKernel();

/** Waits, asks and waits, so that a limit of some milliseconds meets each of them now and then. */
async function visit(db: TenantDb): Promise<void> {
  await pause(Math.random() * 4);
  await Promise.all([db.insert(leads).values(lost()), db.execute(sql`select pg_sleep(${Math.random() * 0.006})`)]);
  await pause(Math.random() * 4);
  await db.$count(leads);
  throw new Error('its own');
}

function nap(db: Pick<TenantDb, 'execute'>): Promise<unknown> {
  return db.execute(sql`select pg_sleep(${Math.random() * 0.01})`);
}

/** Longer than the test: one connection that doesn't come back would end it. */
const CONNECT_LIMIT_MS = 90_000;

test(
  '300 transactions whose limit ends them at the entry, in a statement, between two, at the end: each ends clean',
  { timeout: 60_000 },
  async () => {
    const tenancies = [5, 8, 12, 20].map((transactionLimitMs) => narrow({ transactionLimitMs, connectLimitMs: CONNECT_LIMIT_MS }));
    const told = new Set<string>();
    await Promise.all(
      tenancies.map(async (tenancy) => {
        for (let turn = 0; turn < 75; turn += 1) {
          const work = (db: TenantDb) => visit(db);
          const ways = [
            () => tenancy.inTenant(acme.owner, work),
            () => tenancy.inTenant(acme.owner, (db) => Promise.all([work(db), work(db)])),
            () => tenancy.inTenant(acme.owner, nap, { isOneTrip: true }),
            () => tenancy.readInTenant(acme.owner, nap),
          ];
          await ways[turn % ways.length]?.().catch((error: Error) => told.add(`${error.name}: ${error.message}`));
        }
      }),
    );
    const unforeseen = [...told].filter(
      (text) => !/^(TenantClientEnded: |StatementFailed: A statement failed \((25P02|08006)\)|Error: its own)/.test(text),
    );
    expect(unforeseen).toEqual([]);
    expect([...told].join(), 'limits were met').toMatch(/took more than/);
    await expectClean(narrow());
    await Promise.allSettled(tenancies.map((tenancy) => tenancy.lookup('auth_org_id')));
  },
);
