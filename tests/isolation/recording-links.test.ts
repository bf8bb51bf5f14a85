import { removeMember } from '@ringfence/platform/members';
import { createRecordingLinks } from '@ringfence/identity';
import { recordings } from '@ringfence/db/schema';
import { silentWave } from '@ringfence/testing/recordings';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import type { Member } from './api/member.ts';
import { callProcedure } from './api/call-procedure.ts';

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
});
afterAll(() => world.close());

function askLink({ token }: Pick<Member, 'token'>, recordingId: string): Promise<Answer> {
  return callProcedure(world.platform.url, 'query', 'recordings.link', token, { recordingId });
}

/** The token in a member's own link to its own recording. */
async function linkToken(member: Member): Promise<string> {
  const { body } = await askLink(member, member.seeded.recordingId);
  const { url, expiresAt } = (JSON.parse(body) as { result: { data: { url: string; expiresAt: string } } }).result.data;
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
  return new URL(url, world.platform.url).searchParams.get('token') ?? '';
}

function play(recordingId: string, token: string | null, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const search = token === null ? '' : `?token=${encodeURIComponent(token)}`;
  return answerTo(`${world.platform.url}/recordings/${recordingId}/audio${search}`, { method, headers });
}

test('ATK-091 a member hears the recording of the own organisation, byte for byte', async () => {
  const token = await linkToken(world.a);
  const answer = await play(world.a.seeded.recordingId, token);
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'audio/wav', 'cache-control': 'private, no-store' } });
  expect(Buffer.from(answer.body, 'latin1').equals(silentWave(1000))).toBe(true);
});

test('ATK-091 whatever is wrong with a token, and whatever the id, the answer is one and the same 403', async () => {
  const { a, b } = world;
  const [own, others] = [await linkToken(b), await linkToken(a)];
  const [org = '', user = '', expiry = '', signature = ''] = others.split('.');
  const wrongKey = createRecordingLinks(Buffer.alloc(32, 9)).sign({
    orgId: a.seeded.orgId,
    actor: a.seeded.owner.actor,
    recordingId: a.seeded.recordingId,
  });
  const tokens = {
    none: null,
    empty: '',
    'for another recording': own,
    "another organisation's put in": [b.seeded.orgId, user, expiry, signature].join('.'),
    'another user put in': [org, `user_${b.seeded.owner.actor.id}`, expiry, signature].join('.'),
    'a later end put in': [org, user, String(Number(expiry) + 200), signature].join('.'),
    'already past its end': [org, user, String(Number(expiry) - 600), signature].join('.'),
    'signed with another key': wrongKey.token,
    'cut short': others.slice(0, -1),
    'a bearer token': b.token,
    'of zero bytes': '\0'.repeat(50),
    'of ten thousand characters': 'a'.repeat(10_000),
  };
  const answers = new Map<string, string>();
  for (const [what, token] of Object.entries(tokens)) {
    for (const id of [a.seeded.recordingId, randomUUID(), 'x', '..%2f..%2fx'])
      answers.set(`${what}, ${id.slice(0, 4)}`, JSON.stringify(await play(id, token)));
  }
  const refused = await play(a.seeded.recordingId, 'x');
  expect(refused).toMatchObject({ status: 403, body: expect.stringContaining('"forbidden"') });
  expect(Object.fromEntries([...answers].filter(([, answer]) => answer !== JSON.stringify(refused)))).toEqual({});
  expect(await play(a.seeded.recordingId, others, 'GET', { authorization: `Bearer ${b.token}` })).toMatchObject({ status: 200 });
});

test('ATK-100 HEAD, ranges and conditions tell as little', async () => {
  const own = await linkToken(world.b);
  for (const headers of [
    { range: 'bytes=0-9' },
    { range: 'bytes=99999999-' },
    { 'if-none-match': '*' },
    { 'if-modified-since': new Date().toUTCString() },
  ]) {
    for (const method of ['GET', 'HEAD']) {
      const [foreign, nobodys] = [
        await play(world.a.seeded.recordingId, own, method, headers),
        await play(randomUUID(), own, method, headers),
      ];
      expect(foreign.status).toBe(403);
      expect(foreign).toEqual(nobodys);
    }
  }
});

test('ATK-100 no bucket and no folder is listed, with a token or without one', async () => {
  const own = await linkToken(world.b);
  const pathsOf = ({ orgId, recordingId }: { orgId: string; recordingId: string }) => [
    '/recordings',
    '/recordings/',
    `/recordings/${recordingId}`,
    `/recordings/${recordingId}/`,
    `/recordings/org/${orgId}/recordings/`,
    `/recordings/..%2Forg%2F${orgId}%2Frecordings/audio`,
    `/org/${orgId}/recordings/`,
    `/org/${orgId}/recordings/${recordingId}-1`,
  ];
  const nobodys = pathsOf({ orgId: randomUUID(), recordingId: randomUUID() });
  for (const [index, path] of pathsOf(world.a.seeded).entries()) {
    for (const search of ['', `?token=${encodeURIComponent(own)}`, `?token=${encodeURIComponent(own)}&list-type=2&prefix=org/`]) {
      const answer = await answerTo(`${world.platform.url}${path}${search}`, {});
      expect([403, 404], path).toContain(answer.status);
      expect(answer, path).toEqual(await answerTo(`${world.platform.url}${nobodys[index]}${search}`, {}));
    }
  }
});

test('ATK-091 a link is good for a member alone: removed, it is refused at once', async () => {
  const { seeded } = world.b;
  const { platform } = world;
  const token = await platform.identity.signToken({ userId: seeded.viewer.actor.id, orgId: seeded.orgId, ttlSeconds: 600 });
  const link = await linkToken({ ...world.b, token });
  expect((await play(seeded.recordingId, link)).status).toBe(200);
  await platform.tenancies.app.inTenant(seeded.owner, (db) => removeMember(db, { userId: seeded.viewer.actor.id }));
  expect(await play(seeded.recordingId, link)).toEqual(await play(seeded.recordingId, 'x'));
  expect((await askLink({ token }, seeded.recordingId)).status).toBe(403);
});

test("404 is for a valid token whose recording is gone, and for nobody else's", async () => {
  const { seeded } = world.b;
  const link = await linkToken(world.b);
  await world.platform.tenancies.app.inTenant(seeded.owner, (db) => db.delete(recordings).where(eq(recordings.id, seeded.recordingId)));
  expect(await play(seeded.recordingId, link)).toMatchObject({ status: 404 });
  expect(await askLink(world.b, seeded.recordingId)).toEqual(await askLink(world.b, world.a.seeded.recordingId));
  expect((await play(world.a.seeded.recordingId, link)).status).toBe(403);
});
