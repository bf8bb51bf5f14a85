import { randomUUID } from 'node:crypto';
import { addMember, changeRole, removeMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';

const database = await testDatabase();
const tenancies = openTenancies(database);
const watcher = new Client({ connectionString: database.urls.superuser });
await watcher.connect();

afterAll(async () => {
  await watcher.end();
  await tenancies.close();
  await database.close();
});

/** How many statements wait for another transaction. */
async function countWaiting(): Promise<number> {
  const { rowCount } = await watcher.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rowCount ?? 0;
}

const CHANGES: Record<string, (db: TenantDb, userId: string) => Promise<unknown>> = {
  changed: (db, userId) => changeRole(db, { userId, role: 'viewer' }),
  removed: (db, userId) => removeMember(db, { userId }),
};

test.each(Object.entries(CHANGES))(
  'a member whose role became another one meanwhile is not %s on what was known before',
  async (_, change) => {
    const [ownerId, userId] = [randomUUID(), randomUUID()];
    const { orgId } = await createOrganization(tenancies.app, { name: 'Acme', timeZone: 'UTC' }, ownerId);
    const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
    await tenancies.app.inTenant(owner, (db) => addMember(db, { userId, role: 'agent' }));
    const { promise: goOn, resolve } = Promise.withResolvers<void>();
    const { promise: isChanged, resolve: changed } = Promise.withResolvers<void>();
    const first = tenancies.app.inTenant(owner, async (db) => {
      await changeRole(db, { userId, role: 'admin' });
      changed();
      await goOn;
    });
    await isChanged;
    const second = Promise.allSettled([tenancies.app.inTenant(owner, (db) => change(db, userId))]);
    await expect.poll(countWaiting).toBe(1);
    resolve();
    await first;
    expect(await second).toMatchObject([{ reason: { kind: 'conflict' } }]);
    const member: Caller = { orgId, actor: { kind: 'user', id: userId } };
    expect(await tenancies.app.inTenant(member, (db) => db.role())).toBe('admin');
  },
);
