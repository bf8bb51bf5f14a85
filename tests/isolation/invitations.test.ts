import { randomBytes, randomUUID } from 'node:crypto';
import { type Role, ROLES } from '@ringfence/domain/members';
import { invitations } from '@ringfence/db/schema';
import { addMember, changeRole, removeMember } from '@ringfence/platform/members';
import { createOrganization } from '@ringfence/platform/organizations';
import { startTestPlatform, type TestPlatform } from '@ringfence/testing/platform';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from './api/answer.ts';
import { callProcedure } from './api/call-procedure.ts';
import { verdictOf } from './api/verdict.ts';

let platform: TestPlatform;
let superuser: Client;
let acme: Organization;

beforeAll(async () => {
  platform = await startTestPlatform();
  superuser = new Client({ connectionString: platform.database.urls.superuser });
  await superuser.connect();
  acme = await openOrganization();
});
afterAll(async () => {
  await superuser.end();
  await platform.close();
});

interface Person {
  readonly userId: string;
  readonly email: string;
  /** Names no organisation. */
  readonly token: string;
}

interface Organization {
  readonly orgId: string;
  readonly owner: Person;
  readonly ownersToken: string;
}

async function person(email = `${randomUUID()}@example.com`): Promise<Person> {
  const { userId } = await platform.identity.createUser({ email, name: 'Somebody' });
  return { userId, email, token: await platform.identity.signToken({ userId, orgId: null, ttlSeconds: 600 }) };
}

function tokenFor(userId: string, orgId: string): Promise<string> {
  return platform.identity.signToken({ userId, orgId, ttlSeconds: 600 });
}

async function openOrganization(): Promise<Organization> {
  const owner = await person();
  const { orgId } = await createOrganization(platform.tenancies.app, { name: 'Acme Ltd', timeZone: 'UTC' }, owner.userId);
  return { orgId, owner, ownersToken: await tokenFor(owner.userId, orgId) };
}

/** Somebody of a role in the organisation, with a token for it. */
async function colleague(role: Role): Promise<Person> {
  const { userId, email } = await person();
  const operator = { orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } } as const;
  await platform.tenancies.service.inTenant(operator, (db) => addMember(db, { userId, role }));
  return { userId, email, token: await tokenFor(userId, acme.orgId) };
}

function mutate(path: string, token: string, input: unknown): Promise<Answer> {
  return callProcedure(platform.url, 'mutation', path, token, input);
}

function dataOf<T>({ status, body }: Answer): T {
  expect(status, body).toBe(200);
  return (JSON.parse(body) as { result: { data: T } }).result.data;
}

interface Invitation {
  readonly id: string;
  /** What stands in the link. */
  readonly token: string;
}

async function invite(email: string, role: Role = 'agent', by = acme.ownersToken): Promise<Invitation> {
  const { id, link } = dataOf<{ id: string; link: string }>(await mutate('members.invite', by, { email, role }));
  return { id, token: new URL(link).searchParams.get('token') ?? '' };
}

const accept = (token: string, by: Person) => mutate('invitations.accept', by.token, { token });
const describe = (token: string, by: Person) => callProcedure(platform.url, 'query', 'invitations.describe', by.token, { token });

async function roleOf({ userId }: Person): Promise<string | null> {
  const { rows } = await superuser.query<{ role: string }>('select role from public.memberships where org_id = $1 and user_id = $2', [
    acme.orgId,
    userId,
  ]);
  return rows[0]?.role ?? null;
}

/** Both doors answer as for a link that never was, word for word, and nobody got in. */
async function isAsMissing(token: string, by: Person): Promise<void> {
  const never = Buffer.from(randomUUID()).toString('base64url');
  expect(await accept(token, by)).toEqual(await accept(never, by));
  expect(await describe(token, by)).toEqual(await describe(never, by));
  expect(verdictOf(await accept(token, by))).toEqual({ code: 'NOT_FOUND', message: 'There is no such invitation.' });
}

test('whoever a link is bound to sees where it leads, gets in once, and is in the log', async () => {
  const ann = await person();
  const { id, token } = await invite(ann.email.toUpperCase(), 'viewer');
  expect(dataOf(await describe(token, ann))).toMatchObject({ organizationName: 'Acme Ltd', email: ann.email, role: 'viewer' });
  expect(dataOf(await accept(token, ann))).toEqual({ orgId: acme.orgId });
  expect(await roleOf(ann)).toBe('viewer');
  const { rows } = await superuser.query('select actor_kind, actor_id, target from public.audit_log where action = $1 and target = $2', [
    'invitation.accept',
    id,
  ]);
  expect(rows).toEqual([{ actor_kind: 'user', actor_id: ann.userId, target: id }]);
  const { items } = dataOf<{ items: { id: string; status: string }[] }>(
    await callProcedure(platform.url, 'query', 'members.invitations', acme.ownersToken, {}),
  );
  expect(items.find((item) => item.id === id)).toMatchObject({ status: 'accepted', email: ann.email, invitedBy: 'Somebody' });
});

test('ATK-074 somebody else’s invitation, or one’s own under another address, is like one that never was', async () => {
  const [ann, mallory] = [await person(), await person()];
  const { token } = await invite(ann.email);
  await isAsMissing(token, mallory);
  expect(await roleOf(mallory)).toBeNull();
  expect(await accept(token, ann)).toMatchObject({ status: 200 });
});

test('ATK-074 a link that was used, has ended, was taken back or replaced is like one that never was', async () => {
  const ann = await person();
  const used = await invite(ann.email);
  await accept(used.token, ann);
  await platform.tenancies.service.inTenant({ orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } }, (db) =>
    removeMember(db, { userId: ann.userId }),
  );
  await isAsMissing(used.token, ann);
  const ended = await invite(ann.email);
  await superuser.query(
    `update public.invitations set created_at = now() - interval '8 days', expires_at = now() - interval '1 second' where id = $1`,
    [ended.id],
  );
  await isAsMissing(ended.token, ann);
  const revoked = await invite(ann.email);
  expect((await mutate('members.revokeInvitation', acme.ownersToken, { id: revoked.id })).status).toBe(200);
  await isAsMissing(revoked.token, ann);
  const replaced = await invite(ann.email);
  const newest = await invite(ann.email);
  await isAsMissing(replaced.token, ann);
  expect(await roleOf(ann)).toBeNull();
  expect(await accept(newest.token, ann)).toMatchObject({ status: 200 });
});

test('ATK-074 of many who use a link at the same moment one gets in', async () => {
  const ann = await person();
  const { token } = await invite(ann.email);
  const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token, ann)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array.from({ length: 7 }, () => 404)]);
});

test('ATK-074 nobody invites themselves upwards: the inviter’s role caps the role', async () => {
  const [admin, agent, viewer] = [await colleague('admin'), await colleague('agent'), await colleague('viewer')];
  for (const role of ROLES) {
    for (const low of [agent, viewer]) {
      expect((await mutate('members.invite', low.token, { email: `${randomUUID()}@example.com`, role })).status).toBe(403);
    }
    const byAdmin = await mutate('members.invite', admin.token, { email: `${randomUUID()}@example.com`, role });
    expect([role, byAdmin.status]).toEqual([role, role === 'owner' ? 403 : 200]);
  }
  expect(verdictOf(await mutate('members.invite', admin.token, { email: viewer.email, role: 'admin' })).code).toBe('CONFLICT');
  const stranger = await openOrganization();
  const inRival = await mutate('members.invite', stranger.ownersToken, { email: stranger.owner.email, role: 'owner' });
  expect(inRival.status).toBe(409);
});

test('ATK-074 with SQL too nobody invites above their role, or in another’s name', async () => {
  const [admin, agent] = [await colleague('admin'), await colleague('agent')];
  const invitation = (inviter: Person, role: Role) => ({
    orgId: acme.orgId,
    email: `${randomUUID()}@example.com`,
    role,
    tokenSha256: randomBytes(32),
    inviterKind: 'user',
    inviterId: inviter.userId,
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const insertAs = ({ userId }: Person, row: ReturnType<typeof invitation>) =>
    platform.tenancies.app.inTenant({ orgId: acme.orgId, actor: { kind: 'user', id: userId } }, (db) => db.insert(invitations).values(row));
  for (const [person, row] of [
    [admin, invitation(admin, 'owner')],
    [admin, invitation(acme.owner, 'owner')],
    [admin, invitation(acme.owner, 'agent')],
    [agent, invitation(agent, 'viewer')],
  ] as const) {
    await expect(insertAs(person, row)).rejects.toMatchObject({ code: '42501' });
  }
  await insertAs(admin, invitation(admin, 'admin'));
});

test('ATK-074 an invitation dies with its inviter’s right to give the role', async () => {
  const [admin, ann] = [await colleague('admin'), await person()];
  const { token } = await invite(ann.email, 'admin', admin.token);
  const operator = { orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } } as const;
  await platform.tenancies.service.inTenant(operator, (db) => changeRole(db, { userId: admin.userId, role: 'viewer' }));
  await isAsMissing(token, ann);
  await platform.tenancies.service.inTenant(operator, (db) => changeRole(db, { userId: admin.userId, role: 'admin' }));
  expect(await accept(token, ann)).toMatchObject({ status: 200 });
  const [owner, eve] = [await colleague('owner'), await person()];
  const asOwner = await invite(eve.email, 'owner', owner.token);
  await platform.tenancies.service.inTenant(operator, (db) => changeRole(db, { userId: owner.userId, role: 'admin' }));
  await isAsMissing(asOwner.token, eve);
  const bob = await person();
  const second = await invite(bob.email, 'agent', admin.token);
  await platform.tenancies.service.inTenant(operator, (db) => removeMember(db, { userId: admin.userId }));
  await isAsMissing(second.token, bob);
});

test('who is a member already uses the link up and stays what they are', async () => {
  const viewer = await person();
  const { token } = await invite(viewer.email, 'admin');
  const operator = { orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } } as const;
  await platform.tenancies.service.inTenant(operator, (db) => addMember(db, { userId: viewer.userId, role: 'viewer' }));
  expect(await accept(token, viewer)).toMatchObject({ status: 200 });
  expect(await roleOf(viewer)).toBe('viewer');
  await isAsMissing(token, viewer);
});

test('a person of an outside issuer is bound by the address that it proved, and one without a proof by none', async () => {
  const asSubject = async (email: string | null) => {
    const { rows } = await superuser.query<{ id: string }>(`insert into identity.users (name) values ('Outside') returning id`);
    const userId = rows[0]?.id ?? '';
    await superuser.query('insert into identity.subjects (issuer, subject, user_id, email) values ($1, $2, $3, $4)', [
      'https://issuer.example/',
      randomUUID(),
      userId,
      email,
    ]);
    return { userId, email: email ?? '', token: await platform.identity.signToken({ userId, orgId: null, ttlSeconds: 600 }) };
  };
  const email = `${randomUUID()}@example.com`;
  const { token } = await invite(email);
  await isAsMissing(token, await asSubject(null));
  const proven = await asSubject(email);
  expect(dataOf(await accept(token, proven))).toEqual({ orgId: acme.orgId });
  const { items } = dataOf<{ items: { userId: string; issuer: string | null; email: string | null }[] }>(
    await callProcedure(platform.url, 'query', 'members.list', acme.ownersToken, { limit: 200 }),
  );
  expect(items.find(({ userId }) => userId === proven.userId)).toMatchObject({ issuer: 'https://issuer.example/', email });
});

test('of a link only a hash is kept, the mail has the link, and nothing of either is in the log', async () => {
  const email = `${randomUUID()}@example.com`;
  const { id, token } = await invite(email);
  const { rows } = await superuser.query('select to_jsonb(i)::text as row from public.invitations i where id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  const mails = (await (await fetch(`${platform.url}/dev/mailbox`)).json()) as { to: string; link: string; text: string }[];
  expect(mails.find(({ to }) => to === email)).toMatchObject({
    link: expect.stringContaining(token),
    text: expect.stringContaining(token),
  });
  for (const canary of [token, email]) expect(platform.log.join('')).not.toContain(canary);
});

test('one person founds a few organisations a day, and all at once no more than that', async () => {
  const founder = await person();
  const found = () => mutate('organization.create', founder.token, { name: 'Another', timeZone: 'UTC' });
  const answers = await Promise.all(Array.from({ length: 14 }, found));
  expect(answers.filter(({ status }) => status === 200).length).toBe(10);
  expect(answers.filter(({ status }) => status === 429).length).toBe(4);
  await superuser.query(`update public.organizations set created_at = now() - interval '2 days' where name = 'Another'`);
  expect((await found()).status).toBe(200);
});
