import { randomUUID } from 'node:crypto';
import { calls, callLogs, providerEvents, recordings } from '@ringfence/db/schema';
import { newSid, postTwilio, recordingCallback, statusCallback, type TwilioForm } from '@ringfence/testing/telephony';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import type { Member } from './api/member.ts';

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
});
afterAll(() => world.close());

function post(member: Member, form: TwilioForm, kind: 'status' | 'recording' = 'status'): Promise<Response> {
  const { url, publicUrl } = world.platform;
  return postTwilio({ url, publicUrl, path: `/webhooks/twilio/${member.seeded.connectionId}/${kind}`, secret: member.seeded.secret, form });
}

/** What an organisation holds of a provider's call: each row that a replay could double. */
function rowsOf(member: Member, callSid: string) {
  return world.platform.tenancies.app.inTenant(member.seeded.owner, async (db) => {
    const legs = await db.select().from(callLogs).where(eq(callLogs.reference, callSid));
    const [callId = randomUUID()] = legs.map((leg) => leg.callId);
    return {
      legs,
      calls: await db.select().from(calls).where(eq(calls.id, callId)),
      events: await db.$count(providerEvents, eq(providerEvents.reference, callSid)),
      recordings: await db.$count(recordings, eq(recordings.callId, callId)),
    };
  });
}

test('ATK-103 a callback a hundred times at once and once more later has one effect', async () => {
  const callSid = newSid('CA');
  const form = statusCallback({ callSid, phone: '+4915112345678' });
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(world.a, form)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 204));
  const once = await rowsOf(world.a, callSid);
  expect(once).toMatchObject({ legs: [{ reference: callSid }], calls: [{ status: 'completed' }], events: 1 });
  const before = await world.digestOf(world.a);
  expect((await post(world.a, form)).status).toBe(204);
  expect(await world.digestOf(world.a)).toEqual(before);
});

test('ATK-103 a recording callback many times at once is one recording and one job', async () => {
  const callSid = newSid('CA');
  await post(world.a, statusCallback({ callSid, phone: '+4915112345678' }));
  const form = recordingCallback({ callSid });
  await Promise.all(Array.from({ length: 30 }, () => post(world.a, form, 'recording')));
  expect(await rowsOf(world.a, callSid)).toMatchObject({ recordings: 1, events: 2 });
});

test("ATK-103 a callback replayed to another organisation's address is refused there", async () => {
  const form = statusCallback({ phone: '+4915112345678' });
  expect((await post(world.a, form)).status).toBe(204);
  const before = { ...(await world.digestOf(world.b)), 'public.webhook_refusals': '' };
  const { url, publicUrl } = world.platform;
  const path = `/webhooks/twilio/${world.b.seeded.connectionId}/status`;
  expect((await postTwilio({ url, publicUrl, path, secret: world.a.seeded.secret, form })).status).toBe(403);
  expect({ ...(await world.digestOf(world.b)), 'public.webhook_refusals': '' }).toEqual(before);
});

test('ATK-104 callbacks in any order end in the same call, and an end is never taken back', async () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 9, 0, seconds));
  const story = (callSid: string) => [
    statusCallback({ callSid, phone: '+4915112345678', status: 'ringing', at: at(0), sequence: 0 }),
    statusCallback({ callSid, phone: '+4915112345678', status: 'in-progress', at: at(8), sequence: 1 }),
    statusCallback({ callSid, phone: '+4915112345678', status: 'completed', at: at(50), sequence: 2, durationSeconds: 42 }),
  ];
  const outcomes: unknown[] = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    const callSid = newSid('CA');
    const forms = story(callSid);
    for (const place of order) expect((await post(world.a, forms[place] ?? {})).status).toBe(204);
    const [call] = (await rowsOf(world.a, callSid)).calls;
    outcomes.push({ ...call, id: '', createdAt: '', updatedAt: '' });
  }
  expect(outcomes[0]).toMatchObject({ status: 'completed', durationSeconds: 42, ringSeconds: 8, startedAt: at(0), endedAt: at(50) });
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
});

test('ATK-104 a callback of an unknown call is kept for its organisation and settled later', async () => {
  const callSid = newSid('CA');
  expect((await post(world.a, recordingCallback({ callSid }), 'recording')).status).toBe(204);
  expect(await rowsOf(world.a, callSid)).toMatchObject({ recordings: 1, calls: [{ fromAddress: null }] });
  expect((await post(world.a, statusCallback({ callSid, phone: '+4915112345678' }))).status).toBe(204);
  expect(await rowsOf(world.a, callSid)).toMatchObject({
    recordings: 1,
    calls: [{ fromAddress: '+4915112345678', status: 'completed' }],
    legs: [{ reference: callSid }],
  });
});

test("ATK-105 another organisation's call named in one's own callback is a call of one's own", async () => {
  const callSid = newSid('CA');
  await post(world.a, statusCallback({ callSid, phone: '+4915112345678' }));
  const [victims] = (await rowsOf(world.a, callSid)).calls;
  const before = await world.digestOf(world.a);
  const forms = [
    statusCallback({ callSid, phone: '+4915199999999', status: 'busy' }),
    { ...statusCallback({ phone: '+4915199999998' }), ParentCallSid: callSid },
  ];
  for (const form of forms) expect((await post(world.b, form)).status).toBe(204);
  expect((await post(world.b, recordingCallback({ callSid }), 'recording')).status).toBe(204);
  expect(await world.digestOf(world.a)).toEqual(before);
  const own = await rowsOf(world.b, callSid);
  expect(own).toMatchObject({ legs: [{ orgId: world.b.seeded.orgId }], recordings: 1 });
  expect(own.calls[0]?.id).not.toBe(victims?.id);
});
