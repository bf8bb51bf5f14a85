import { randomUUID } from 'node:crypto';
import type { CallEvent, LegFacts } from '@ringfence/domain/calls';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConnection } from '../connections/create-connection.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { getCall } from './get-call.ts';
import { listCalls } from './list-calls.ts';
import { receiveEvent } from './receive-event.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const unsealed = { seal: (secret: string) => Buffer.from(secret), open: (sealed: Buffer) => sealed.toString() };
let acme: Owner;
let rival: Owner;

interface Owner extends Caller {
  readonly connection: Caller;
}

beforeAll(async () => {
  acme = await openOrganization('Acme');
  rival = await openOrganization('Rival');
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

async function openOrganization(name: string): Promise<Owner> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name, timeZone: 'UTC' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  return { ...owner, connection: await openConnection(owner) };
}

async function openConnection(owner: Caller): Promise<Caller> {
  const { id } = await tenancies.app.inTenant(owner, (db) => createConnection(db, { provider: 'twilio', name: 'Main line' }, unsealed));
  return { orgId: owner.orgId, actor: { kind: 'connection', id } };
}

const at = (second: number) => new Date(Date.UTC(2026, 1, 12, 11, 48, second));

function event(kind: string, leg: Partial<LegFacts>, more: Partial<CallEvent> = {}): CallEvent {
  const nothing = {
    reference: 'CA1',
    parentReference: null,
    relatedReference: null,
    direction: 'inbound',
    status: null,
    sequence: null,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    talkSeconds: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: null,
  } as const;
  return {
    dedupeKey: `${leg.reference ?? 'CA1'}:${kind}`,
    kind,
    occurredAt: null,
    leg: { ...nothing, ...leg },
    from: { number: '+14155550123', heard: '+14155550123' },
    to: { number: '+15125550188', heard: '+15125550188' },
    recording: null,
    transcript: null,
    ...more,
  };
}

const ringing = event('ringing', { status: 'ringing', sequence: 0, startedAt: at(25) });
const answered = event('in-progress', { status: 'in-progress', sequence: 1, answeredAt: at(31) });
const ended = event('completed', { status: 'completed', sequence: 2, endedAt: at(80), talkSeconds: 49 });
const recorded = event(
  'recording',
  { status: 'in-progress' },
  {
    recording: { reference: 'RE1', url: 'https://api.twilio.com/RE1', durationMs: 46_000, channels: 2, accountId: 'AC1' },
    from: null,
    to: null,
  },
);

function recordingOf(reference: string) {
  return { reference: `RE-${reference}`, url: 'https://api.twilio.com/RE2', durationMs: 1_000, channels: 2, accountId: 'AC1' };
}

function receive(connection: Caller, told: CallEvent) {
  const message = { connectionId: connection.actor.id, contentType: 'text/plain', body: Buffer.from(told.kind), receivedAt: new Date() };
  return tenancies.app.inTenant(connection, (db) => receiveEvent(db, message, { kind: 'event', event: told }));
}

async function callOf(owner: Caller, connection: Caller) {
  const { items } = await tenancies.app.inTenant(owner, (db) => listCalls(db, { limit: 200 }));
  const calls = await Promise.all(items.map(({ id }) => tenancies.app.inTenant(owner, (db) => getCall(db, { id }))));
  const name = connection.actor.id;
  return { count: calls.length, calls, name };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

test('callbacks in any order, each of them twice, end in the same call', async () => {
  const outcomes = new Set<string>();
  for (const [index, order] of permutations([ringing, answered, ended, recorded]).entries()) {
    const owner = await openOrganization(`Order ${index}`);
    for (const told of [...order, ...order]) await receive(owner.connection, told);
    const { count, calls } = await callOf(owner, owner.connection);
    expect(count).toBe(1);
    const [call] = calls;
    if (!call) throw new Error('no call');
    expect(call.events).toHaveLength(4);
    const { status, startedAt, answeredAt, endedAt, ringSeconds, durationSeconds, fromNumber, direction } = call;
    const recordings = call.recordings.map((recording) => ({ status: recording.status, durationMs: recording.durationMs }));
    outcomes.add(
      JSON.stringify({
        status,
        startedAt,
        answeredAt,
        endedAt,
        ringSeconds,
        durationSeconds,
        fromNumber,
        direction,
        recordings,
        legs: call.legs.length,
      }),
    );
  }
  expect([...outcomes].map((text): unknown => JSON.parse(text))).toEqual([
    {
      status: 'completed',
      startedAt: at(25).toISOString(),
      answeredAt: at(31).toISOString(),
      endedAt: at(80).toISOString(),
      ringSeconds: 6,
      durationSeconds: 49,
      fromNumber: '+14155550123',
      direction: 'inbound',
      recordings: [{ status: 'pending', durationMs: 46_000 }],
      legs: 1,
    },
  ]);
});

test('the same callback fifty times at once has one effect', async () => {
  const owner = await openOrganization('Replay');
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => receive(owner.connection, ended)));
  expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1);
  const { count, calls } = await callOf(owner, owner.connection);
  expect([count, calls[0]?.events.length]).toEqual([1, 1]);
});

test('different callbacks of one new call at once make one call', async () => {
  const owner = await openOrganization('Race');
  await Promise.all([ringing, answered, ended, recorded].map((told) => receive(owner.connection, told)));
  const { count, calls } = await callOf(owner, owner.connection);
  expect([count, calls[0]?.status, calls[0]?.ringSeconds]).toEqual([1, 'completed', 6]);
});

test('a call that two providers report is one conversation, whichever reports first', async () => {
  const vapi = event('end-of-call-report', {
    reference: 'vapi-1',
    relatedReference: 'CA1',
    status: 'completed',
    summary: 'Asked for a viewing.',
  });
  const vapiEarlier = event('status-update', { reference: 'vapi-1', status: 'ringing' });
  for (const order of [
    [ringing, vapiEarlier, vapi, ended],
    [vapi, ringing, ended, vapiEarlier],
    [vapiEarlier, ended, vapi, ringing],
  ]) {
    const owner = await openOrganization('Two providers');
    const other = await openConnection(owner);
    for (const told of order) await receive(told.leg.reference === 'CA1' ? owner.connection : other, told);
    const { count, calls } = await callOf(owner, owner.connection);
    expect([count, calls[0]?.legs.length, calls[0]?.summary, calls[0]?.events.length]).toEqual([1, 2, 'Asked for a viewing.', 4]);
  }
});

test('colleagues who were rung at once are one conversation with their caller, whoever is heard of first', async () => {
  const told = [
    event('ended', { reference: 'CA1', status: 'completed', talkSeconds: 49 }),
    event('no-answer', { reference: 'CA2', parentReference: 'CA1', status: 'missed' }),
    event('answered', { reference: 'CA3', parentReference: 'CA1', status: 'completed', talkSeconds: 40 }),
    event('transferred', { reference: 'CA4', parentReference: 'CA3', status: 'completed', talkSeconds: 9 }),
    event('end-of-call-report', { reference: 'vapi-1', relatedReference: 'CA1', status: 'completed', summary: 'Asked for a viewing.' }),
  ];
  for (const [index, order] of permutations(told)
    .filter((_, place) => place % 4 === 0)
    .entries()) {
    const owner = await openOrganization(`Colleagues ${index}`);
    for (const one of order) await receive(owner.connection, one);
    const { count, calls } = await callOf(owner, owner.connection);
    const found = [count, calls[0]?.legs.length, calls[0]?.durationSeconds, calls[0]?.summary];
    expect(found, order.map(({ kind }) => kind).join(', ')).toEqual([1, 5, 49, 'Asked for a viewing.']);
  }
});

test('legs that are joined while others of theirs come in lose nothing', async () => {
  const children = ['CA2', 'CA3', 'CA4'];
  for (let round = 0; round < 8; round += 1) {
    const owner = await openOrganization(`Joined ${round}`);
    const told = [
      ...children.map((parentReference) =>
        event(
          'transferred',
          { reference: `${parentReference}9`, parentReference, status: 'completed' },
          { recording: recordingOf(parentReference) },
        ),
      ),
      ...children.map((reference) => event('answered', { reference, parentReference: 'CA1', status: 'completed' })),
    ];
    await Promise.all(told.map((one) => receive(owner.connection, one)));
    const { count, calls } = await callOf(owner, owner.connection);
    expect([count, calls[0]?.legs.length, calls[0]?.recordings.length]).toEqual([1, 6, 3]);
  }
});

test("another organisation's call id makes a call of one's own", async () => {
  await receive(acme.connection, ringing);
  await receive(rival.connection, { ...ended, leg: { ...ended.leg, relatedReference: 'CA1', parentReference: 'CA1' } });
  const [mine, theirs] = [await callOf(acme, acme.connection), await callOf(rival, rival.connection)];
  expect([mine.count, mine.calls[0]?.status]).toEqual([1, 'ringing']);
  expect([theirs.count, theirs.calls[0]?.status]).toEqual([1, 'completed']);
});

test('at most a thousand messages that nobody understood are kept of one connection', async () => {
  const owner = await openOrganization('Parked');
  const park = (index: number) =>
    tenancies.app.inTenant(owner.connection, (db) =>
      receiveEvent(
        db,
        { connectionId: owner.connection.actor.id, contentType: 'text/plain', body: Buffer.from(String(index)), receivedAt: new Date() },
        { kind: 'parked', dedupeKey: `parked:${index}`, messageKind: 'new-thing', reason: 'type: unknown' },
      ),
    );
  const outcomes = await Promise.all(Array.from({ length: 1010 }, (_, index) => park(index)));
  expect(outcomes.filter(({ outcome }) => outcome === 'parked')).toHaveLength(1000);
  expect(await park(2000)).toEqual({ outcome: 'parked-full', callId: null });
});
