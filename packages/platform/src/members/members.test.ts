import { randomBytes, randomUUID } from 'node:crypto';
import { Forbidden, NotFound } from '@ringfence/domain';
import type { Role } from '@ringfence/domain/members';
import { auditLog, connections, memberships } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { addMember } from './add-member.ts';
import { changeRole } from './change-role.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

interface Staffed {
  readonly orgId: string;
  readonly callers: Record<Role, Caller>;
}

/** An organisation with a member of each role. */
async function staffed(): Promise<Staffed> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name: 'Acme', timeZone: 'UTC' }, ownerId);
  const caller = (id: string): Caller => ({ orgId, actor: { kind: 'user', id } });
  const [owner, admin, agent, viewer] = [caller(ownerId), caller(randomUUID()), caller(randomUUID()), caller(randomUUID())];
  await tenancies.app.inTenant(owner, async (db) => {
    for (const [role, { actor }] of Object.entries({ admin, agent, viewer } as const))
      await addMember(db, { userId: actor.id, role: role as Role });
  });
  return { orgId, callers: { owner, admin, agent, viewer } };
}

function as<T>(caller: Caller, work: (db: TenantDb) => Promise<T>): Promise<T> {
  return tenancies.app.inTenant(caller, work);
}

test('an admin neither makes, changes nor removes an owner, with the verbs or with SQL', async () => {
  const { callers } = await staffed();
  const { owner, admin, agent } = callers;
  const refused: ((db: TenantDb) => Promise<unknown>)[] = [
    (db) => changeRole(db, { userId: agent.actor.id, role: 'owner' }),
    (db) => changeRole(db, { userId: admin.actor.id, role: 'owner' }),
    (db) => changeRole(db, { userId: owner.actor.id, role: 'viewer' }),
    (db) => removeMember(db, { userId: owner.actor.id }),
    (db) => addMember(db, { userId: randomUUID(), role: 'owner' }),
  ];
  for (const work of refused) await expect(as(admin, work)).rejects.toThrow(Forbidden);
  await as(admin, async (db) => {
    const ofOwner = eq(memberships.userId, owner.actor.id);
    expect(await db.update(memberships).set({ role: 'viewer' }).where(ofOwner).returning()).toEqual([]);
    expect(await db.delete(memberships).where(ofOwner).returning()).toEqual([]);
  });
  const promoted = as(admin, (db) => db.update(memberships).set({ role: 'owner' }).where(eq(memberships.userId, admin.actor.id)));
  await expect(promoted).rejects.toMatchObject({ code: '42501' });
  const made = as(admin, (db) => db.insert(memberships).values({ orgId: admin.orgId, userId: randomUUID(), role: 'owner' }));
  await expect(made).rejects.toMatchObject({ code: '42501' });
  expect(await as(admin, (db) => changeRole(db, { userId: agent.actor.id, role: 'admin' }))).toEqual({
    userId: agent.actor.id,
    role: 'admin',
  });
});

test('agents and viewers remove nobody but themselves, and leaving ends it at once', async () => {
  const { orgId, callers } = await staffed();
  const { owner, agent, viewer } = callers;
  for (const caller of [agent, viewer]) {
    for (const other of [owner, caller === agent ? viewer : agent]) {
      await expect(as(caller, (db) => removeMember(db, { userId: other.actor.id }))).rejects.toThrow(Forbidden);
    }
    await expect(as(caller, (db) => removeMember(db, { userId: randomUUID() }))).rejects.toThrow(NotFound);
    await expect(as(caller, (db) => changeRole(db, { userId: caller.actor.id, role: 'admin' }))).rejects.toThrow(Forbidden);
  }
  await as(viewer, (db) => removeMember(db, { userId: viewer.actor.id }));
  await expect(as(viewer, async () => 'in')).rejects.toThrow(Forbidden);
  const log = await as(owner, (db) =>
    db
      .select({ action: auditLog.action, actorId: auditLog.actorId, target: auditLog.target })
      .from(auditLog)
      .where(eq(auditLog.orgId, orgId))
      .orderBy(asc(auditLog.id)),
  );
  expect(log.at(-1)).toEqual({ action: 'member.leave', actorId: viewer.actor.id, target: viewer.actor.id });
});

test('a role that was changed counts at the next statement, of a transaction that runs already too', async () => {
  const { callers } = await staffed();
  const { owner, admin, agent } = callers;
  await as(admin, async (db) => {
    await tenancies.service.inTenant({ orgId: owner.orgId, actor: { kind: 'operator', id: 'test' } }, (other) =>
      changeRole(other, { userId: admin.actor.id, role: 'viewer' }),
    );
    const changed = db.update(memberships).set({ role: 'viewer' }).where(eq(memberships.userId, agent.actor.id)).returning();
    expect(await changed).toEqual([]);
  });
});

test('who belongs is a person’s to decide: neither a key, however high its role, nor a connection changes members', async () => {
  const { orgId, callers } = await staffed();
  const made = { key: 'rf_', prefix: 'rf_12345678', sha256: randomBytes(32) };
  const key = await as(callers.owner, (db) => createApiKey(db, { name: 'Program', role: 'admin' }, made));
  const [line] = await as(callers.owner, (db) =>
    db
      .insert(connections)
      .values({ orgId, provider: 'twilio', name: 'Line', secretSealed: Buffer.alloc(1) })
      .returning({ id: connections.id }),
  );
  const userId = callers.viewer.actor.id;
  const programs: Caller[] = [
    { orgId, actor: { kind: 'api-key', id: key.id } },
    { orgId, actor: { kind: 'connection', id: line?.id ?? '' } },
  ];
  const changes: ((db: TenantDb) => Promise<unknown>)[] = [
    (db) => changeRole(db, { userId, role: 'agent' }),
    (db) => removeMember(db, { userId }),
    (db) => addMember(db, { userId: randomUUID(), role: 'viewer' }),
  ];
  for (const program of programs) for (const change of changes) await expect(as(program, change)).rejects.toThrow(Forbidden);
  expect(await as(callers.viewer, (db) => db.role())).toBe('viewer');
});

test('another organisation’s member is no member, for owners too', async () => {
  const [acme, rival] = [await staffed(), await staffed()];
  const foreign = rival.callers.agent.actor.id;
  await expect(as(acme.callers.owner, (db) => removeMember(db, { userId: foreign }))).rejects.toThrow(NotFound);
  await expect(as(acme.callers.owner, (db) => changeRole(db, { userId: foreign, role: 'admin' }))).rejects.toThrow(NotFound);
  expect(await as(rival.callers.agent, (db) => db.role())).toBe('agent');
});

test('members are listed page by page, the longest membership first, named where the sign-in tables know them', async () => {
  const { callers } = await staffed();
  const known = { id: callers.owner.actor.id, name: 'Ann', email: 'ann@example.com', issuer: null };
  const outside = { findUsers: async () => [known] };
  const first = await as(callers.viewer, (db) => listMembers(db, outside, { limit: 3 }));
  expect(first.items).toMatchObject([
    { userId: known.id, name: 'Ann', email: 'ann@example.com', role: 'owner' },
    { name: null, email: null, role: 'admin' },
    { role: 'agent' },
  ]);
  const rest = await as(callers.viewer, (db) => listMembers(db, outside, { limit: 3, cursor: first.nextCursor ?? '' }));
  expect([rest.items.map(({ role }) => role), rest.nextCursor]).toEqual([['viewer'], null]);
});
