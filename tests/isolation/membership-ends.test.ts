import { randomUUID } from 'node:crypto';
import { addMember } from '@ringfence/platform/members';
import type { Role } from '@ringfence/domain/members';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { verdictOf } from './api/verdict.ts';

let world: AttackedPlatform;
let superuser: Client;

beforeAll(async () => {
  world = await attackedPlatform();
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
}, 60_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});

/** A member of the victim's organisation, whose token outlives whatever happens here. */
async function member(role: Role): Promise<{ userId: string; token: string }> {
  const { identity, tenancies } = world.platform;
  const { orgId } = world.a.seeded;
  const userId = randomUUID();
  await tenancies.service.inTenant({ orgId, actor: { kind: 'operator', id: 'test' } }, (db) => addMember(db, { userId, role }));
  return { userId, token: await identity.signToken({ userId, orgId, ttlSeconds: 3_600 }) };
}

function query(path: string, token: string, input?: unknown): Promise<Answer> {
  return callProcedure(world.platform.url, 'query', path, token, input);
}

async function byOwner(path: string, input: unknown): Promise<void> {
  const { status, body } = await callProcedure(world.platform.url, 'mutation', path, world.a.token, input);
  expect(status, body).toBe(200);
}

async function logOf(action: string, target: string): Promise<unknown[]> {
  const { rows } = await superuser.query(
    `select l.actor_kind, l.detail, u.email from public.audit_log l join identity.users u on u.id::text = l.actor_id
     where l.org_id = $1 and l.action = $2 and l.target = $3`,
    [world.a.seeded.orgId, action, target],
  );
  return rows;
}

test(
  'ATK-057 the next request of a removed member is refused, the link dies, the stream ends within five seconds, the log has it',
  { timeout: 60_000 },
  async () => {
    const { userId, token } = await member('agent');
    const { url } = world.platform;
    const link = await query('recordings.link', token, { recordingId: world.a.seeded.recordingId });
    const sound = url + (JSON.parse(link.body) as { result: { data: { url: string } } }).result.data.url;
    expect((await answerTo(sound)).status).toBe(200);
    expect((await query('calls.list', token)).status).toBe(200);
    const stream = await fetch(`${url}/trpc/calls.updates?input=%7B%7D`, { headers: { authorization: `Bearer ${token}` } });
    expect(stream.status).toBe(200);

    await byOwner('members.remove', { userId });
    const removedAt = performance.now();
    expect((await query('calls.list', token)).status).toBe(403);
    expect((await answerTo(sound)).status).toBe(403);
    for await (const _chunk of stream.body ?? []);
    expect(performance.now() - removedAt).toBeLessThan(5_500);
    expect(await logOf('member.remove', userId)).toMatchObject([{ actor_kind: 'user', email: world.a.account.email }]);
    expect((await fetch(`${url}/trpc/calls.updates?input=%7B%7D`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(403);
  },
);

test('ATK-058 a role that was lowered counts at the next request, whatever the token was given as, and so does one that was raised', async () => {
  const { userId, token } = await member('admin');
  expect((await query('connections.list', token)).status).toBe(200);
  await byOwner('members.changeRole', { userId, role: 'viewer' });
  expect(verdictOf(await query('connections.list', token))).toMatchObject({ code: 'FORBIDDEN' });
  const write = await callProcedure(world.platform.url, 'mutation', 'organization.update', token, { name: 'Mine' });
  expect(write.status).toBe(403);
  expect((await query('calls.list', token)).status).toBe(200);
  expect(await logOf('member.change-role', userId)).toMatchObject([{ detail: { from: 'admin', to: 'viewer' } }]);
  await byOwner('members.changeRole', { userId, role: 'admin' });
  expect((await query('connections.list', token)).status).toBe(200);
});

test('ATK-058 a token that says a role of its own is not asked for it', async () => {
  const { userId } = await member('viewer');
  const { orgId } = world.a.seeded;
  const token = await world.platform.identity.signToken({ userId, orgId, ttlSeconds: 600 });
  const [head, , signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, role: 'owner', app_metadata: { org_id: orgId, role: 'owner' } })).toString(
    'base64url',
  );
  expect((await query('connections.list', `${head}.${forged}.${signature}`)).status).toBe(401);
  expect((await query('connections.list', token)).status).toBe(403);
});
