import { apiKeys } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import type { Caller } from '@ringfence/tenancy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKeyUses } from './create-key-uses.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const failures: unknown[] = [];
let acme: SeededOrganization;
let key: Caller;

beforeAll(async () => {
  acme = await seedOrganization(tenancies);
  key = { orgId: acme.orgId, actor: { kind: 'api-key', id: acme.apiKeyId } };
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

async function lastUse(): Promise<number | undefined> {
  const [row] = await tenancies.app.inTenant(acme.owner, (db) => db.select().from(apiKeys));
  return row?.lastUsedAt?.getTime();
}

test('a key’s use is written once a minute at most, however often it is used', async () => {
  const uses = createKeyUses(tenancies.app, (error) => failures.push(error));
  for (let time = 0; time < 100; time += 1) uses.note(key);
  await uses.flush();
  const first = await lastUse();
  expect(first).toBeDefined();
  for (let round = 0; round < 3; round += 1) {
    uses.note(key);
    await uses.flush();
  }
  await uses.close();
  expect(await lastUse()).toBe(first);
  const later = createKeyUses(tenancies.app, (error) => failures.push(error), 0);
  later.note(key);
  await later.close();
  expect(await lastUse()).toBeGreaterThan(first ?? Infinity);
  expect(failures).toEqual([]);
});

test('whoever looks at the key’s row meanwhile isn’t waited for, and doesn’t wait', async () => {
  const uses = createKeyUses(tenancies.app, (error) => failures.push(error), 0);
  const before = await lastUse();
  await tenancies.service.inTenant({ orgId: acme.orgId, actor: { kind: 'operator', id: 'ada' } }, async (db) => {
    await db.update(apiKeys).set({ name: 'Renamed' });
    uses.note(key);
    await uses.flush();
    expect(await lastUse()).toBe(before);
  });
  uses.note(key);
  await uses.close();
  expect(await lastUse()).toBeGreaterThan(before ?? Infinity);
  expect(failures).toEqual([]);
});
