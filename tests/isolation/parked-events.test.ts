import { providerEvents } from '@ringfence/db/schema';
import { postTwilio, postVapi, statusCallback, type TwilioForm } from '@ringfence/testing/telephony';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';

const LIMIT = 1000;
let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
});
afterAll(() => world.close());

interface ListedConnection {
  readonly id: string;
  readonly parkedCount: number;
  readonly parked: readonly { kind: string; reason: string }[];
}

async function listed(connectionId: string): Promise<ListedConnection | undefined> {
  const { body } = await callProcedure(world.platform.url, 'query', 'connections.list', world.a.token, undefined);
  const { result } = JSON.parse(body) as { result: { data: ListedConnection[] } };
  return result.data.find(({ id }) => id === connectionId);
}

function postMessage(message: unknown): Promise<Response> {
  return postVapi({ url: world.platform.url, connectionId: world.a.vapiConnectionId, secret: world.a.seeded.secret, message });
}

function postForm(form: TwilioForm, kind: 'status' | 'recording' = 'status'): Promise<Response> {
  const { url, publicUrl } = world.platform;
  const { connectionId, secret } = world.a.seeded;
  return postTwilio({ url, publicUrl, path: `/webhooks/twilio/${connectionId}/${kind}`, secret, form });
}

const CALL = { id: 'a-call', type: 'inboundPhoneCall', customer: { number: '+4915112345678' } };

const STRANGE_MESSAGES: Readonly<Record<string, unknown>> = {
  'a type that nobody heard of': { type: 'telepathy', call: CALL },
  'no type': { call: CALL },
  'no message': null,
  'a list': [1, 2, 3],
  'a number': 7,
  'a report without its call': { type: 'end-of-call-report', endedReason: 'hangup' },
  'a report of nothing but nulls': { type: 'end-of-call-report', call: null, artifact: null, startedAt: null, endedReason: null },
  'a report with times beyond any calendar': {
    type: 'end-of-call-report',
    call: CALL,
    startedAt: '999999-01-01T00:00:00Z',
    endedAt: 1e300,
    durationSeconds: -1e308,
    cost: 1e308,
  },
  'a transcript that is none': {
    type: 'end-of-call-report',
    call: CALL,
    artifact: { messages: [null, 'x', { role: 7, time: 'soon' }], transcript: { a: 1 } },
  },
  'a zero byte in its texts': {
    type: 'status-update\0',
    status: 'in-progress\0',
    call: { ...CALL, id: 'a\0b', customer: { number: '+49\0' } },
  },
  'a zero byte in a report': {
    type: 'end-of-call-report',
    call: { ...CALL, id: 'c\0' },
    summary: 'a\0b',
    artifact: { messages: [{ role: 'user', message: 'hel\0lo', time: 1, endTime: 2 }] },
  },
  'half a character': { type: 'status-update', status: 'in-progress', call: { ...CALL, id: '\ud800' } },
  'a status that nobody heard of': { type: 'status-update', status: 'levitating', call: CALL },
};

test.each(Object.entries(STRANGE_MESSAGES))('ATK-117 a genuine message with %s is kept and acknowledged', async (_, message) => {
  const before = await countMessages();
  const response = await postMessage(message);
  expect([response.status, await response.json()]).toEqual([200, {}]);
  expect(await countMessages()).toBe(before + 1);
});

function without(form: TwilioForm, name: string): TwilioForm {
  return Object.fromEntries(Object.entries(form).filter(([other]) => other !== name));
}

const STRANGE_FORMS: Readonly<Record<string, (form: TwilioForm) => TwilioForm>> = {
  'no call': (form) => without(form, 'CallSid'),
  'no status': (form) => without(form, 'CallStatus'),
  'a status that nobody heard of': (form) => ({ ...form, CallStatus: 'levitating' }),
  'a sequence beyond any integer': (form) => ({ ...form, SequenceNumber: '99999999999999999999' }),
  'a length beyond any integer': (form) => ({ ...form, CallDuration: '4294967296000' }),
  'a negative length': (form) => ({ ...form, CallDuration: '-5' }),
  'a time that is none': (form) => ({ ...form, Timestamp: 'the day after tomorrow' }),
  'a time beyond any calendar': (form) => ({ ...form, Timestamp: 'Wed, 25 Nov 275000 01:00:00 +0000' }),
  'a caller without an end': (form) => ({ ...form, From: `+49${'1'.repeat(20_000)}`, Caller: 'x'.repeat(20_000) }),
  'a zero byte': (form) => ({ ...form, From: '+4915\u0000112345678', CallerName: '\u0000' }),
  'nothing at all': () => ({}),
};

test.each(Object.entries(STRANGE_FORMS))('ATK-117 a genuine callback with %s is kept and acknowledged', async (_, change) => {
  for (const kind of ['status', 'recording'] as const) {
    const response = await postForm(change(statusCallback({ phone: '+4915112345678' })), kind);
    expect(response.status, kind).toBe(204);
  }
});

test('ATK-117 what was parked is shown at its connection, with a reason that repeats no value', async () => {
  const shown = await listed(world.a.vapiConnectionId);
  expect(shown?.parkedCount).toBeGreaterThan(3);
  expect(shown?.parked.every(({ reason }) => reason.length > 0)).toBe(true);
  expect(JSON.stringify(shown)).not.toMatch(/levitating|15112345678|hel.?lo/);
});

test('ATK-117 no more than a thousand are parked at a connection, however many come at once', { timeout: 120_000 }, async () => {
  const { owner, orgId } = world.a.seeded;
  const connectionId = world.a.vapiConnectionId;
  const room = 10;
  const parked = (await listed(connectionId))?.parkedCount ?? 0;
  await world.platform.tenancies.app.inTenant(owner, (db) =>
    db.insert(providerEvents).values(
      Array.from({ length: LIMIT - room - parked }, (_, index) => ({
        orgId,
        connectionId,
        dedupeKey: `filler:${index}`,
        kind: 'filler',
        outcome: 'parked' as const,
        parkedReason: 'a test',
        contentType: 'application/json',
        body: Buffer.from('{}'),
      })),
    ),
  );
  const answers = await Promise.all(Array.from({ length: 5 * room }, (_, index) => postMessage({ type: `invented-${index}` })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await listed(connectionId)).toMatchObject({ parkedCount: LIMIT });
  const known = await postMessage({ type: 'status-update', status: 'in-progress', call: { ...CALL, id: 'a-later-call' } });
  expect(known.status, 'what is understood is taken all the same').toBe(200);
  expect(await countMessages('applied')).toBeGreaterThan(0);
});

function countMessages(outcome?: 'applied'): Promise<number> {
  return world.platform.tenancies.app.inTenant(world.a.seeded.owner, (db) =>
    db.$count(
      providerEvents,
      and(eq(providerEvents.connectionId, world.a.vapiConnectionId), outcome && eq(providerEvents.outcome, outcome)),
    ),
  );
}
