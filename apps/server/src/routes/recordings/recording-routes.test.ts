import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { recordings } from '@ringfence/db/schema';
import { createRecordingLinks } from '@ringfence/identity';
import { makeApiKey } from '@ringfence/identity/api-keys';
import { createApiKey, revokeApiKey } from '@ringfence/platform/api-keys';
import { removeMember } from '@ringfence/platform/members';
import { objectKey } from '@ringfence/platform/recordings';
import { openStorage } from '@ringfence/storage';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer } from '../../running-server.fixture.ts';
import { query } from '../../webhook-calls.fixture.ts';

const SOUND = randomBytes(10_000);
let running: RunningServer;
let acme: SeededOrganization;
let rival: SeededOrganization;
let token: string;

beforeAll(async () => {
  running = await runServer();
  [acme, rival] = [await seedOrganization(running.tenancies), await seedOrganization(running.tenancies, 'Rival Ltd')];
  await store(acme);
  await store(rival);
  token = await running.identity.signToken({ userId: acme.agent.actor.id, orgId: acme.orgId, ttlSeconds: 300 });
});
afterAll(() => running.close());

/** Puts a sound under the seeded recording, as a worker leaves it. */
async function store({ orgId, recordingId }: SeededOrganization): Promise<void> {
  const stored = await openStorage(running.storageUrl).put(objectKey(orgId, { recordingId, number: 1 }), Readable.from([SOUND]), {
    maxBytes: 1e6,
  });
  await running.tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db.update(recordings).set({ ...stored, status: 'stored', leaseNumber: 1, durationMs: 1000, contentType: 'audio/wav' }),
  );
}

async function linkTo({ recordingId }: SeededOrganization, bearer = token): Promise<string> {
  const { url } = await query<{ url: string }>(running, 'recordings.link', { token: bearer }, { recordingId });
  return running.url + url;
}

test('a member plays a recording whole and in parts, as nothing but sound', async () => {
  const link = await linkTo(acme);
  const whole = await fetch(link);
  expect([whole.status, Buffer.from(await whole.arrayBuffer()).equals(SOUND)]).toEqual([200, true]);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-length': '10000',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'audio/wav',
    'x-content-type-options': 'nosniff',
  });
  const part = await fetch(link, { headers: { range: 'bytes=100-199' } });
  expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer())]).toEqual([
    206,
    'bytes 100-199/10000',
    SOUND.subarray(100, 200),
  ]);
  const behind = await fetch(link, { headers: { range: 'bytes=10000-' } });
  expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10000']);
  const head = await fetch(link, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10000', '']);
});

test('ATK-091: a link that is missing, changed, expired, or for another recording is refused, whatever the id', async () => {
  const link = await linkTo(acme);
  expect((await fetch(link)).status).toBe(200);
  const genuine = new URL(link).searchParams.get('token') ?? '';
  const [, userId, expiry, signature] = genuine.split('.');
  const asRival = [rival.orgId, userId, expiry, signature].join('.');
  const later = [acme.orgId, userId, Number(expiry) + 60, signature].join('.');
  const attempts = [
    [acme.recordingId, ''],
    [acme.recordingId, 'x'],
    [acme.recordingId, asRival],
    [acme.recordingId, later],
    [acme.recordingId, `${genuine}x`],
    [rival.recordingId, genuine],
    [randomUUID(), genuine],
    ['not-an-id', genuine],
    ['..%2Fx', genuine],
  ];
  const answers = await Promise.all(attempts.map(([id, given]) => fetch(`${running.url}/recordings/${id}/audio?token=${given}`)));
  for (const answer of answers) {
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { code: 'forbidden', message: 'This link is not valid any more. Open the call again.' },
    ]);
  }
});

test("ATK-100: a link signed for another organisation's recording finds nothing, like one for none", async () => {
  const links = createRecordingLinks(running.database.secretKey);
  const { actor } = acme.agent;
  const answers = [rival.recordingId, randomUUID()].map(async (recordingId) => {
    const signed = links.sign({ recordingId, orgId: acme.orgId, actor });
    const answer = await fetch(`${running.url}/recordings/${recordingId}/audio?token=${signed.token}`, { headers: { range: 'bytes=0-9' } });
    return [answer.status, await answer.text(), answer.headers.get('content-type')];
  });
  const [foreign, none] = await Promise.all(answers);
  expect(foreign).toEqual(none);
  expect(foreign?.[0]).toBe(404);
  await expect(query(running, 'recordings.link', { token }, { recordingId: rival.recordingId })).rejects.toThrow('NOT_FOUND');
});

test('ATK-091: a link dies with the membership, and none of them is in the log', async () => {
  const link = await linkTo(acme);
  expect((await fetch(link)).status).toBe(200);
  await running.tenancies.app.inTenant(acme.owner, (db) => removeMember(db, { userId: acme.agent.actor.id }));
  expect((await fetch(link)).status).toBe(403);
  expect(running.log.join('')).not.toContain(new URL(link).searchParams.get('token'));
});

test('ATK-091: a link that a program asked for dies with its key', async () => {
  const { app } = running.tenancies;
  const { id, key } = await app.inTenant(acme.owner, (db) => createApiKey(db, { name: 'Archive', role: 'viewer' }, makeApiKey()));
  const link = await linkTo(acme, key);
  expect((await fetch(link)).status).toBe(200);
  await app.inTenant(acme.owner, (db) => revokeApiKey(db, { id }));
  expect((await fetch(link)).status).toBe(403);
  await expect(query(running, 'recordings.link', { token: key }, { recordingId: acme.recordingId })).rejects.toThrow('UNAUTHORIZED');
});
