import { randomUUID } from 'node:crypto';
import { auditLog, organizations } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createOrganization } from '../organizations/create-organization.ts';
import { acrossTenants } from './across-tenants.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);

afterAll(async () => {
  await tenancies.close();
  await database.close();
});

async function openOwner(name: string): Promise<Caller> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name, timeZone: 'UTC' }, ownerId);
  return { orgId, actor: { kind: 'user', id: ownerId } };
}

async function reasonsSeenBy(owner: Caller): Promise<(string | null)[]> {
  const rows = await tenancies.app.inTenant(owner, (db) =>
    db.select({ reason: auditLog.reason }).from(auditLog).where(eq(auditLog.action, 'tenant.cross')),
  );
  return rows.map(({ reason }) => reason);
}

test('an operator who looks and then fails leaves the row all the same, in each organisation touched and in no other', async () => {
  const [acme, bystander] = [await openOwner('Acme'), await openOwner('Bystander')];
  const seen: string[] = [];
  const look = acrossTenants(tenancies.service, { reason: 'A support case', orgIds: [acme.orgId], forMs: 10_000 }, async (db) => {
    seen.push(...(await db.select({ name: organizations.name }).from(organizations)).map(({ name }) => name));
    throw new RangeError('enough');
  });
  await expect(look).rejects.toThrow('enough');
  expect(seen).toEqual(['Acme']);
  expect([await reasonsSeenBy(acme), await reasonsSeenBy(bystander)]).toEqual([['A support case'], []]);
});
