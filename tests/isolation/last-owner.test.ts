import { randomUUID } from 'node:crypto';
import { Conflict } from '@ringfence/domain';
import { memberships } from '@ringfence/db/schema';
import { addMember, changeRole, removeMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
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

interface TwoOwners {
  readonly orgId: string;
  readonly ann: Caller;
  readonly bob: Caller;
}

async function twoOwners(): Promise<TwoOwners> {
  const [annId, bobId] = [randomUUID(), randomUUID()];
  const { orgId } = await createOrganization(tenancies.app, { name: 'Acme', timeZone: 'UTC' }, annId);
  const ann: Caller = { orgId, actor: { kind: 'user', id: annId } };
  await tenancies.app.inTenant(ann, (db) => addMember(db, { userId: bobId, role: 'owner' }));
  return { orgId, ann, bob: { orgId, actor: { kind: 'user', id: bobId } } };
}

async function ownersOf(orgId: string): Promise<number> {
  const { rows } = await watcher.query<{ count: number }>(
    `select count(*)::int as count from public.memberships where org_id = $1 and role = 'owner'`,
    [orgId],
  );
  return rows[0]?.count ?? 0;
}

/** Resolves once somebody waits for the lock on an organisation's owners, or `meanwhile` is through. */
async function untilWaiting(meanwhile: Promise<unknown>): Promise<void> {
  let isThrough = false;
  const through = meanwhile
    .catch(() => {})
    .finally(() => {
      isThrough = true;
    });
  await expect
    .poll(async () => {
      const { rowCount } = await watcher.query(
        `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      return isThrough || (rowCount ?? 0) > 0;
    })
    .toBe(true);
  if (isThrough) await through;
}

const WAYS: Record<string, (db: TenantDb, owner: Caller) => Promise<unknown>> = {
  leaves: (db, { actor }) => removeMember(db, { userId: actor.id }),
  'steps down': (db, { actor }) => changeRole(db, { userId: actor.id, role: 'viewer' }),
};

const PAIRS = Object.keys(WAYS).flatMap((one) => Object.keys(WAYS).map((other) => [one, other] as const));

test.each(PAIRS)('when one owner %s and at the same moment the other %s, one owner stays', async (one, other) => {
  const { orgId, ann, bob } = await twoOwners();
  const { promise: goOn, resolve } = Promise.withResolvers<void>();
  const { promise: isGone, resolve: gone } = Promise.withResolvers<void>();
  const first = tenancies.app.inTenant(ann, async (db) => {
    await WAYS[one]?.(db, ann);
    gone();
    await goOn;
  });
  await isGone;
  const second = tenancies.app.inTenant(bob, async (db) => WAYS[other]?.(db, bob));
  await untilWaiting(second);
  resolve();
  await first;
  await expect(second).rejects.toThrow(Conflict);
  expect(await ownersOf(orgId)).toBe(1);
});

test('many owners who all leave at once leave one behind', async () => {
  const { orgId, ann, bob } = await twoOwners();
  const more = Array.from({ length: 4 }, (): Caller => ({ orgId, actor: { kind: 'user', id: randomUUID() } }));
  for (const { actor } of more) await tenancies.app.inTenant(ann, (db) => addMember(db, { userId: actor.id, role: 'owner' }));
  const left = await Promise.allSettled(
    [ann, bob, ...more].map((owner) => tenancies.app.inTenant(owner, (db) => removeMember(db, { userId: owner.actor.id }))),
  );
  expect(left.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { kind: 'conflict' } }]);
  expect(await ownersOf(orgId)).toBe(1);
});

test('neither an operator nor plain SQL takes the last owner away, whatever its isolation', async () => {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name: 'Acme', timeZone: 'UTC' }, ownerId);
  const operator: Caller = { orgId, actor: { kind: 'operator', id: 'test' } };
  const ways: ((db: TenantDb) => Promise<unknown>)[] = [
    (db) => removeMember(db, { userId: ownerId }),
    (db) => addMember(db, { userId: ownerId, role: 'viewer' }),
    (db) => changeRole(db, { userId: ownerId, role: 'admin' }),
  ];
  for (const way of ways) await expect(tenancies.service.inTenant(operator, way)).rejects.toThrow(Conflict);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const bySql = tenancies.app.inTenant(owner, (db) => db.delete(memberships).where(eq(memberships.orgId, orgId)));
  await expect(bySql).rejects.toMatchObject({ code: 'RF001' });
  const stale = tenancies.app.inTenant(
    owner,
    (db) => db.delete(memberships).where(and(eq(memberships.orgId, orgId), eq(memberships.userId, ownerId))),
    { isolation: 'repeatable read' },
  );
  await expect(stale).rejects.toMatchObject({ code: '25001' });
  expect(await ownersOf(orgId)).toBe(1);
});

test('an organisation that is erased takes its owners with it', async () => {
  const { orgId } = await twoOwners();
  await watcher.query('delete from public.organizations where org_id = $1', [orgId]);
  expect(await ownersOf(orgId)).toBe(0);
});
