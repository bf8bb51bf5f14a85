import { randomUUID } from 'node:crypto';
import { connections } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createOrganization } from '../organizations/create-organization.ts';
import { createConnection } from './create-connection.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const unsealed = { seal: (secret: string) => Buffer.from(secret), open: (sealed: Buffer) => sealed.toString() };

afterAll(async () => {
  await tenancies.close();
  await database.close();
});

async function openConnection(name: string): Promise<{ owner: Caller; id: string }> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name, timeZone: 'UTC' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const { id } = await tenancies.app.inTenant(owner, (db) => createConnection(db, { provider: 'twilio', name: 'Main line' }, unsealed));
  return { owner, id };
}

test("nobody takes the id of another organisation's connection, at its making or afterwards", async () => {
  const [acme, rival] = [await openConnection('Acme'), await openConnection('Rival')];
  const taking = rival.owner;
  await tenancies.app.inTenant(taking, (db) =>
    db
      .insert(connections)
      .values({ orgId: taking.orgId, id: acme.id, provider: 'twilio', name: 'Taken', secretSealed: Buffer.from('mine') }),
  );
  const change = tenancies.app.inTenant(taking, (db) =>
    db
      .update(connections)
      .set({ id: acme.id })
      .where(and(eq(connections.orgId, db.orgId), eq(connections.id, rival.id))),
  );
  await expect(change).rejects.toMatchObject({ code: '42501' });
  const found = await tenancies.app.lookup<{ org_id: string }>('find_connection', acme.id);
  expect(found.map((row) => row.org_id)).toEqual([acme.owner.orgId]);
});
