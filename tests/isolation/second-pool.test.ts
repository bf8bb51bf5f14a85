import { calls, leads } from '@ringfence/db/schema';
import { deriveKey, openTenancy, type Tenancy, type TenantReader } from '@ringfence/tenancy';
import { testDatabase, type TestDatabase } from '@ringfence/testing/database';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedTwoOrganizations, type TwoOrganizations } from './database/two-organizations.ts';

/** Stands in for a replica: the same rows, keys and roles, and no write is taken. */
const READS_ALONE = `do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$`;

let primary: TestDatabase;
let replica: TestDatabase;
let organizations: TwoOrganizations;
beforeAll(async () => {
  primary = await testDatabase();
  organizations = await seedTwoOrganizations(primary);
  replica = await primary.copy({ sin: READS_ALONE });
});
afterAll(async () => {
  await Promise.all([primary.close(), replica.close()]);
});

const POOLS = {
  'a second pool': () => primary,
  'a replica': () => replica,
};

async function seenBy(db: TenantReader): Promise<Set<string>> {
  const [ofLeads, ofCalls] = await Promise.all([
    db.select({ orgId: leads.orgId }).from(leads),
    db.select({ orgId: calls.orgId }).from(calls),
  ]);
  return new Set([...ofLeads, ...ofCalls].map(({ orgId }) => orgId));
}

describe.each(Object.entries(POOLS))('ATK-048 %s', (_, of) => {
  let first: Tenancy;
  let second: Tenancy;
  const open = (contextKey: Buffer) => openTenancy({ connectionString: of().urls.app, contextKey, maxConnections: 1 });
  beforeAll(() => {
    first = open(deriveKey(primary.secretKey, 'context'));
    second = open(deriveKey(primary.secretKey, 'context'));
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  test('shows each organisation its own rows, turn by turn, and nothing in between', async () => {
    const { a, b } = organizations;
    for (const pool of [first, second, first]) {
      for (const { orgId, owner } of [a, b, a]) {
        expect(await pool.readInTenant(owner, seenBy)).toEqual(new Set([orgId]));
        expect(await pool.lookup('auth_org_id')).toEqual([{ auth_org_id: null }]);
      }
    }
    const stranger = { orgId: b.orgId, actor: a.owner.actor };
    await expect(second.readInTenant(stranger, seenBy)).rejects.toMatchObject({ code: 'TN003' });
  });

  test('is of no use to who has not the key, or makes the pool by hand', async () => {
    const other = open(Buffer.alloc(32, 9));
    await expect(other.readInTenant(organizations.a.owner, seenBy)).rejects.toMatchObject({ code: 'TN001' });
    await other.close();
    expect(() => open(Buffer.alloc(0))).toThrow('a context key has 32 to 64 bytes');
    const byHand = new Client({ connectionString: of().urls.app });
    await byHand.connect();
    try {
      expect([await drizzle(byHand).$count(leads), await drizzle(byHand).$count(calls)]).toEqual([0, 0]);
    } finally {
      await byHand.end();
    }
  });
});

test('ATK-048 what only reads is served by a replica, and what would write is refused there', async () => {
  const pool = openTenancy({ connectionString: replica.urls.app, contextKey: deriveKey(primary.secretKey, 'context') });
  const { a } = organizations;
  const writing = pool.inTenant(a.owner, (db) => db.insert(leads).values({ orgId: a.orgId, name: 'New', phone: '+4915100000048' }));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
  expect(await pool.readInTenant(a.owner, seenBy)).toEqual(new Set([a.orgId]));
  await pool.close();
});
