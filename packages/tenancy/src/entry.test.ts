import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from './caller.ts';
import { kernel } from './kernel.fixture.ts';
import type { Tenancy } from './open-tenancy.ts';
import { apiKeys, leads, memberships } from './tables.fixture.ts';
import type { TenantDb } from './drizzle/tenant-db.ts';

const { acme, rival, tenancy, superuser, open, sign } = await kernel();
const [worker, service] = [open('worker'), open('service')];

function roleOf(through: Tenancy, actor: Actor, orgId = acme.orgId): Promise<string> {
  return through.inTenant({ orgId, actor }, (db) => db.role());
}
const REFUSED = { name: 'TenantRefused', code: 'TN003' };

test('a user enters by the membership, with its role, until it ends', async () => {
  expect(await roleOf(tenancy, acme.owner.actor)).toBe('owner');
  expect(await roleOf(tenancy, acme.viewer.actor)).toBe('viewer');
  await expect(roleOf(tenancy, rival.owner.actor)).rejects.toMatchObject(REFUSED);
  await tenancy.inTenant(acme.owner, (db) =>
    db.update(memberships).set({ role: 'viewer' }).where(eq(memberships.userId, acme.agent.actor.id)),
  );
  expect(await roleOf(tenancy, acme.agent.actor)).toBe('viewer');
  await tenancy.inTenant(acme.owner, (db) => db.delete(memberships).where(eq(memberships.userId, acme.agent.actor.id)));
  await expect(roleOf(tenancy, acme.agent.actor)).rejects.toMatchObject(REFUSED);
});

test('a member who is removed in the middle of a transaction is refused at the next entry', async () => {
  await tenancy.inTenant(acme.viewer, async (db) => {
    expect(await db.role()).toBe('viewer');
    await superuser.query('delete from public.memberships where user_id = $1', [acme.viewer.actor.id]);
    expect(await db.$count(leads), 'what was entered goes on').toBe(1);
  });
  await expect(tenancy.inTenant(acme.viewer, async () => 'in')).rejects.toMatchObject(REFUSED);
});

test('an API key enters with its own role, until it is revoked or has expired', async () => {
  const key: Actor = { kind: 'api-key', id: acme.apiKeyId };
  const change = (set: Partial<typeof apiKeys.$inferInsert>) => tenancy.inTenant(acme.owner, (db) => db.update(apiKeys).set(set));
  expect(await roleOf(tenancy, key)).toBe('viewer');
  await change({ expiresAt: new Date(Date.now() - 1000) });
  await expect(roleOf(tenancy, key)).rejects.toMatchObject(REFUSED);
  await change({ expiresAt: new Date(Date.now() + 60_000) });
  expect(await roleOf(tenancy, key)).toBe('viewer');
  await change({ revokedAt: new Date() });
  await expect(roleOf(tenancy, key)).rejects.toMatchObject(REFUSED);
  await expect(roleOf(tenancy, { kind: 'api-key', id: rival.apiKeyId })).rejects.toMatchObject(REFUSED);
});

test('a connection enters while it is enabled, its own organisation alone', async () => {
  const connection: Actor = { kind: 'connection', id: acme.connectionId };
  expect(await roleOf(tenancy, connection)).toBe('connection');
  await expect(roleOf(tenancy, connection, rival.orgId)).rejects.toMatchObject(REFUSED);
  await superuser.query('update public.connections set enabled = false where id = $1', [acme.connectionId]);
  await expect(roleOf(tenancy, connection)).rejects.toMatchObject(REFUSED);
  await superuser.query('update public.connections set enabled = true where id = $1', [acme.connectionId]);
  expect(await roleOf(tenancy, connection)).toBe('connection');
});

test("a job enters over the worker's log-in, an operator over the service's, and neither over another", async () => {
  const [job, operator] = [
    { kind: 'job', id: '7' },
    { kind: 'operator', id: 'ada' },
  ] as const;
  expect(await roleOf(worker, job)).toBe('job');
  expect(await roleOf(service, operator)).toBe('operator');
  for (const [through, actor] of [
    [tenancy, job],
    [service, job],
    [tenancy, operator],
    [worker, operator],
  ] as const) {
    await expect(roleOf(through, actor)).rejects.toMatchObject(REFUSED);
  }
});

test('nobody enters an organisation that is closed or never was', async () => {
  const never = '019abcde-0000-7000-8000-000000000000';
  await expect(roleOf(worker, { kind: 'job', id: '7' }, never)).rejects.toMatchObject(REFUSED);
  await superuser.query('update public.organizations set closed_at = now() where org_id = $1', [rival.orgId]);
  for (const [through, actor] of [
    [tenancy, rival.owner.actor],
    [tenancy, { kind: 'connection', id: rival.connectionId }],
    [worker, { kind: 'job', id: '7' }],
    [service, { kind: 'operator', id: 'ada' }],
  ] as const) {
    await expect(roleOf(through, actor, rival.orgId), actor.kind).rejects.toMatchObject(REFUSED);
  }
  await superuser.query('update public.organizations set closed_at = null where org_id = $1', [rival.orgId]);
  expect(await roleOf(tenancy, rival.owner.actor, rival.orgId)).toBe('owner');
});

async function visible(db: TenantDb): Promise<unknown[]> {
  const { rows } = await db.execute(sql`select org_id from public.leads`);
  return rows.map((row) => row['org_id']);
}

test('ATK-038 an injected setting or entry never shows another organisation', async () => {
  const victim = { orgId: rival.orgId, actor: rival.owner.actor };
  const strangers = Buffer.alloc(32, 9);
  const wishes = {
    'signed with another key': sign(victim, 60_000, strangers),
    'signed for another organisation': sign(acme.owner).replace(acme.orgId, rival.orgId),
    'signed for another user': sign(acme.owner).replace(acme.owner.actor.id, rival.owner.actor.id),
    'past its end': sign(victim, -120_000),
    'an organisation alone': rival.orgId,
    nothing: '',
  };
  for (const [what, wish] of Object.entries(wishes)) {
    const injected = tenancy.inTenant(acme.owner, async (db) => {
      expect(await visible(db)).toEqual([acme.orgId]);
      const { rows } = await db.execute(sql`select l.org_id from (select set_config('tenancy.context', ${wish}, true)) s, public.leads l`);
      return [...rows.map((row) => row['org_id']), ...(await visible(db))];
    });
    const outcome = await injected.catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome, what).toMatchObject({ code: expect.stringMatching(/^(22023|22P02|25P02)$/) });
    else expect(outcome, what).not.toContain(rival.orgId);
    if (!wish.includes('.')) continue;
    const entry = tenancy.inTenant(acme.owner, (db) =>
      db.execute(sql`select tenancy.enter_tenant(${wish}), (select count(*) from public.leads)`),
    );
    await expect(entry, `${what}, entered`).rejects.toMatchObject({ name: 'StatementFailed', code: 'TN001' });
  }
});

test('even a rightly signed entry into another organisation is refused inside the first', async () => {
  const second = tenancy.inTenant(acme.owner, (db) => db.execute(sql`select tenancy.enter_tenant(${sign(rival.owner)})`));
  await expect(second).rejects.toMatchObject({ code: 'TN002' });
});

test('what cannot stand in a context is refused before the database is asked', async () => {
  await expect(roleOf(tenancy, acme.owner.actor, `${acme.orgId}.user`)).rejects.toThrow('orgId must be a uuid');
  await expect(roleOf(tenancy, { kind: 'user', id: `${acme.owner.actor.id}.x` })).rejects.toThrow('an actor id has');
});
