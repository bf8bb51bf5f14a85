import { Conflict, NotFound, Unavailable } from '@ringfence/domain';
import { testDatabase, type TestDatabase } from '@ringfence/testing/database';
import { openIssuer, type TestIssuer } from '@ringfence/testing/tokens';
import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Identity, type IdentityOptions, openIdentity } from '../embedded/open-identity.ts';

let database: TestDatabase;
let superuser: Client;
let ours: TestIssuer;
let theirs: TestIssuer;
let identity: Identity;

beforeAll(async () => {
  [database, ours, theirs] = await Promise.all([testDatabase(), openIssuer(), openIssuer()]);
  superuser = new Client({ connectionString: database.urls.superuser });
  await superuser.connect();
  identity = open();
});
afterAll(async () => {
  await Promise.all([identity.close(), superuser.end(), ours.close(), theirs.close()]);
  await database.close();
});

function open(options: Partial<IdentityOptions> = {}): Identity {
  return openIdentity({
    databaseUrl: database.urls.identity,
    secretKey: database.secretKey,
    publicUrl: 'http://127.0.0.1:4000',
    jwtIssuers: [ours.settings, theirs.settings],
    ...options,
  });
}

/** Our id for whoever a token is from. */
async function userIdOf(token: Promise<string>): Promise<string> {
  const { userId } = await identity.verifyToken(await token);
  if (userId === null) throw new Error('a person was expected');
  return userId;
}

async function foundOrganization(ownerId: string): Promise<string> {
  const { rows } = await superuser.query<{ org_id: string }>(`select org_id from public.create_organization('Acme', 'UTC', $1)`, [ownerId]);
  return rows[0]?.org_id ?? '';
}

function subjectOf({ settings }: TestIssuer, subject: string) {
  return { issuer: settings.issuer, subject };
}

describe('a person of an outside issuer', () => {
  test('is known from the first token on, once, however many come at the same time', async () => {
    const sub = `auth0|${randomUUID()}`;
    const tokens = Array.from({ length: 20 }, (_, number) => userIdOf(ours.sign({ claims: { sub, number, name: 'Ann' } })));
    const ids = new Set(await Promise.all(tokens));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    expect(await identity.findUserBySubject(subjectOf(ours, sub))).toMatchObject({ id, name: 'Ann', email: null });
    expect(await identity.verifyToken(await ours.sign({ claims: { sub } }))).toMatchObject({ orgId: null, sessionId: null });
  });

  test('ATK-055: is nobody of another issuer, and no user of ours, whatever the subject looks like', async () => {
    const { userId } = await identity.createUser({ email: 'victim@example.com', name: 'Victim', password: 'correct horse' });
    const sub = userId;
    const ids = [userId, await userIdOf(ours.sign({ claims: { sub } })), await userIdOf(theirs.sign({ claims: { sub } }))];
    expect(new Set(ids).size).toBe(3);
    const email = 'Victim@example.com';
    const asVictim = await userIdOf(theirs.sign({ claims: { sub: 'evil', email, email_verified: true } }));
    expect(ids).not.toContain(asVictim);
    expect(await identity.findUserByEmail(email)).toMatchObject({ id: userId });
  });

  test('ATK-055: is never signed in by the key of another issuer', async () => {
    const sub = `auth0|${randomUUID()}`;
    const { claims } = ours.good();
    await expect(identity.verifyToken(theirs.craft(theirs.good().header, { ...claims, sub }))).rejects.toThrow('Sign in again');
    await expect(identity.verifyToken(theirs.craft(ours.good().header, { ...claims, sub }))).rejects.toThrow('Sign in again');
    expect(await identity.findUserBySubject(subjectOf(ours, sub))).toBeNull();
  });

  test('has the address that the issuer proved, the newest, and none that it did not', async () => {
    const sub = `auth0|${randomUUID()}`;
    const seen = async (claims: Record<string, unknown>) => {
      await identity.verifyToken(await ours.sign({ claims: { sub, ...claims } }));
      return (await identity.findUserBySubject(subjectOf(ours, sub)))?.email;
    };
    for (const email_verified of [undefined, false, 'true', 1]) expect(await seen({ email: 'a@example.com', email_verified })).toBeNull();
    expect(await seen({ email: 'no address', email_verified: true })).toBeNull();
    expect(await seen({ email: 'A@example.com', email_verified: true })).toBe('a@example.com');
    expect(await seen({ email: 'b@example.com', email_verified: true })).toBe('b@example.com');
    expect(await seen({})).toBe('b@example.com');
  });
});

describe('linking', () => {
  test('makes a subject one with a user, before its first token or after', async () => {
    const { userId } = await identity.createUser({ email: 'both@example.com', name: 'Both', password: 'correct horse' });
    const [before, after] = [`auth0|${randomUUID()}`, `auth0|${randomUUID()}`];
    const first = await userIdOf(ours.sign({ claims: { sub: after } }));
    for (const subject of [before, after]) await identity.linkSubject({ ...subjectOf(ours, subject), userId, email: null });
    expect(await userIdOf(ours.sign({ claims: { sub: before } }))).toBe(userId);
    expect(await userIdOf(ours.sign({ claims: { sub: after, again: true } }))).toBe(userId);
    expect(await identity.findUser(first)).toBeNull();
    expect(await userIdOf(theirs.sign({ claims: { sub: before } }))).not.toBe(userId);
  });

  test('never takes a subject from somebody who belongs somewhere', async () => {
    const subject = `auth0|${randomUUID()}`;
    const member = await userIdOf(ours.sign({ claims: { sub: subject } }));
    await foundOrganization(member);
    const { userId } = await identity.createUser({ email: 'taker@example.com', name: 'Taker' });
    await expect(identity.linkSubject({ ...subjectOf(ours, subject), userId, email: null })).rejects.toThrow(Conflict);
    await expect(identity.linkSubject({ ...subjectOf(ours, 'x'), userId: randomUUID(), email: null })).rejects.toThrow(NotFound);
    expect(await identity.findUserBySubject(subjectOf(ours, subject))).toMatchObject({ id: member });
  });
});

describe('ATK-056: an organisation in user_metadata', () => {
  test('counts for members, until the day, and each use is counted and listed', async () => {
    let counted = 0;
    const legacy = open({ legacyUntil: new Date(Date.now() + 60_000), onLegacyClaim: () => (counted += 1) });
    const sub = `auth0|${randomUUID()}`;
    const userId = await userIdOf(ours.sign({ claims: { sub } }));
    const [orgId, foreign] = [await foundOrganization(userId), await foundOrganization(randomUUID())];
    const told = async (claims: Record<string, unknown>) =>
      (await legacy.verifyToken(await ours.sign({ claims: { sub, ...claims } }))).orgId;

    const token = await ours.sign({ claims: { sub, user_metadata: { org_id: orgId.toUpperCase() } } });
    for (let number = 0; number < 3; number += 1) expect((await legacy.verifyToken(token)).orgId).toBe(orgId);
    expect(counted).toBe(3);
    for (const other of [foreign, randomUUID(), "x' or 1=1", 7, null]) expect(await told({ user_metadata: { org_id: other } })).toBeNull();
    expect(await told({ user_metadata: { org_id: orgId }, app_metadata: { org_id: foreign } })).toBe(foreign);
    expect(await told({ user_metadata: { org_id: orgId }, app_metadata: {} })).toBe(orgId);
    expect(await told({ user_metadata: [orgId] })).toBeNull();
    expect(await legacy.listLegacyClaims()).toEqual([
      expect.objectContaining({ issuer: ours.settings.issuer, userId, orgId, uses: 4, email: null, lastUsedAt: expect.any(Date) }),
    ]);
    await superuser.query(`insert into public.memberships (org_id, user_id, role) values ($1, gen_random_uuid(), 'owner')`, [orgId]);
    await superuser.query('delete from public.memberships where user_id = $1', [userId]);
    expect((await legacy.verifyToken(token)).orgId).toBeNull();
    expect(counted).toBe(4);
    await legacy.close();
  });

  test('counts for nobody without a day, and after it', async () => {
    const sub = `auth0|${randomUUID()}`;
    const orgId = await foundOrganization(await userIdOf(ours.sign({ claims: { sub } })));
    const token = await ours.sign({ claims: { sub, user_metadata: { org_id: orgId } } });
    const over = open({ legacyUntil: new Date(Date.now() - 1) });
    for (const judge of [identity, over]) expect((await judge.verifyToken(token)).orgId).toBeNull();
    await over.close();
  });
});

test('the shared secret names our users by their ids: one that it knows first is a user too, with no way in but its own', async () => {
  const secret = 'super-secret-jwt-token-with-at-least-32-characters-long';
  const judge = open({ jwtSecret: secret });
  const { userId } = await judge.createUser({ email: 'known@example.com', name: 'Known', password: 'correct horse' });
  const [exp, unknown] = [Math.floor(Date.now() / 1000) + 60, randomUUID()];
  for (const sub of [userId, unknown, unknown.toUpperCase()]) {
    const told = { sub, exp, email: 'told@example.com', email_verified: true, name: 'Told' };
    const token = await new SignJWT(told).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
    expect(await judge.verifyToken(token)).toMatchObject({ userId: sub.toLowerCase() });
  }
  expect(await judge.findUser(userId)).toMatchObject({ email: 'known@example.com', name: 'Known' });
  expect(await judge.findUser(unknown)).toMatchObject({ email: 'told@example.com', name: 'Told' });
  expect(await judge.findUserByEmail('told@example.com')).toBeNull();
  await judge.close();
});

describe('what can not be reached', () => {
  test('keeps everybody out, and is told as such: the sign-in tables', async () => {
    const cut = open({ databaseUrl: 'postgres://ringfence_identity:i@127.0.0.1:1/none' });
    await expect(cut.verifyToken(await ours.sign())).rejects.toThrow(Unavailable);
    await cut.close();
  });

  test('keeps everybody out, and is told as such: an issuer’s keys; others go on', async () => {
    const lost = await openIssuer();
    const log: string[] = [];
    const judge = open({ jwtIssuers: [lost.settings, ours.settings], log: (_level, line) => log.push(line) });
    lost.behave((response) => response.destroy());
    await expect(judge.verifyToken(await lost.sign())).rejects.toThrow(Unavailable);
    expect(judge.degraded()).toEqual([`keys of ${lost.settings.issuer}`]);
    expect(log).toEqual([expect.stringContaining(`The keys of ${lost.settings.issuer} could not be loaded`)]);
    expect(await judge.verifyToken(await ours.sign())).toMatchObject({ orgId: null });
    await Promise.all([judge.close(), lost.close()]);
  });
});
