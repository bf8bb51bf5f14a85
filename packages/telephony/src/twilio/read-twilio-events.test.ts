import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallEvent, type LegFacts, mergeLeg, summarizeCall, type Understood } from '@ringfence/domain/calls';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { understand } from '../understand.ts';
import { readForm } from './read-form.ts';
import { recordingReader } from './recording-reader.ts';
import { statusReader } from './status-reader.ts';

const SID = `CA${'1a'.repeat(16)}`;
const STATUS = {
  CallSid: SID,
  CallStatus: 'completed',
  SequenceNumber: '2',
  Direction: 'inbound',
  From: '+14155550123',
  To: '+15125550188',
  Timestamp: 'Thu, 12 Feb 2026 11:49:20 +0000',
  CallDuration: '49',
  Duration: '1',
  AccountSid: `AC${'f0'.repeat(16)}`,
};
const RECORDING = {
  CallSid: SID,
  RecordingSid: `RE${'5e'.repeat(16)}`,
  RecordingStatus: 'completed',
  RecordingUrl: 'https://api.twilio.com/x',
  RecordingDuration: '46',
  RecordingChannels: '2',
  AccountSid: `AC${'f0'.repeat(16)}`,
  RecordingStartTime: 'Thu, 12 Feb 2026 11:48:33 +0000',
};

function read(reader: typeof statusReader, body: string | Buffer): Understood {
  return understand(reader, { raw: Buffer.from(body), content: readForm(Buffer.from(body)) });
}

function status(changes: Record<string, string | undefined>): Understood {
  return read(statusReader, bodyOf({ ...STATUS, ...changes }));
}

function recording(changes: Record<string, string | undefined>): Understood {
  return read(recordingReader, bodyOf({ ...RECORDING, ...changes }));
}

function bodyOf(fields: Record<string, string | undefined>): string {
  return new URLSearchParams(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString();
}

function eventOf(understood: Understood): CallEvent {
  if (understood.kind !== 'event') throw new Error(`expected an event, got ${JSON.stringify(understood)}`);
  return understood.event;
}

function agentOf(changes: Record<string, string>): string | null {
  return eventOf(status(changes)).leg.agentName;
}

describe('a status callback', () => {
  test("of a call that ended tells its talking time in seconds, not in Twilio's minutes", () => {
    expect(eventOf(status({}))).toEqual({
      dedupeKey: `status:${SID}:2:completed`,
      kind: 'status:completed',
      occurredAt: new Date('2026-02-12T11:49:20Z'),
      leg: {
        reference: SID,
        parentReference: null,
        relatedReference: null,
        direction: 'inbound',
        status: 'completed',
        sequence: 2,
        startedAt: null,
        answeredAt: null,
        endedAt: new Date('2026-02-12T11:49:20Z'),
        talkSeconds: 49,
        endedReason: null,
        summary: null,
        costMicros: null,
        agentName: null,
      },
      from: { number: '+14155550123', heard: '+14155550123' },
      to: { number: '+15125550188', heard: '+15125550188' },
      recording: null,
      transcript: null,
    });
  });

  test("of a leg to somebody's browser names them once they picked up, and never a number", () => {
    expect(agentOf({ To: 'client:Tom_Okafor' })).toBe('Tom Okafor');
    expect(agentOf({ To: 'client:Tom_Okafor', CallStatus: 'in-progress' })).toBe('Tom Okafor');
    expect(agentOf({ To: 'client:Tom_Okafor', CallStatus: 'no-answer' })).toBeNull();
    expect(agentOf({ To: 'client:_' })).toBeNull();
    expect(agentOf({ To: 'sip:tom@office.example' })).toBeNull();
  });

  test.each([
    ['queued', 'ringing', 'startedAt'],
    ['initiated', 'ringing', 'startedAt'],
    ['ringing', 'ringing', 'startedAt'],
    ['in-progress', 'in-progress', 'answeredAt'],
    ['completed', 'completed', 'endedAt'],
    ['busy', 'busy', 'endedAt'],
    ['no-answer', 'missed', 'endedAt'],
    ['failed', 'failed', 'endedAt'],
    ['canceled', 'canceled', 'endedAt'],
  ] as const)('%s means %s, and its time is the %s', (told, expected, time) => {
    const { leg } = eventOf(status({ CallStatus: told }));
    expect(leg.status).toBe(expected);
    for (const name of ['startedAt', 'answeredAt', 'endedAt'] as const) {
      expect(leg[name]).toEqual(name === time ? new Date('2026-02-12T11:49:20Z') : null);
    }
  });

  test.each([
    ['machine_start', 'voicemail'],
    ['machine_end_beep', 'voicemail'],
    ['fax', 'voicemail'],
    ['human', 'completed'],
    ['unknown', 'completed'],
    ['', 'completed'],
  ])('completed and answered by %j is %s', (AnsweredBy, expected) => {
    expect(eventOf(status({ AnsweredBy })).leg).toMatchObject({ status: expected, talkSeconds: 49 });
    expect(eventOf(status({ AnsweredBy, CallStatus: 'in-progress' })).leg.status).toBe('in-progress');
  });

  test.each([
    ['inbound', 'inbound'],
    ['outbound-api', 'outbound'],
    ['outbound-dial', 'outbound'],
    ['trunking-terminating', 'outbound'],
    ['sideways', null],
    [undefined, null],
  ])('the direction %s is %s', (Direction, expected) => {
    expect(eventOf(status({ Direction })).leg.direction).toBe(expected);
  });

  test('a leg that was dialled names the leg it was dialled by', () => {
    expect(eventOf(status({ ParentCallSid: `CA${'2b'.repeat(16)}` })).leg.parentReference).toBe(`CA${'2b'.repeat(16)}`);
  });

  test("a failure keeps the telephone network's own reason, a call that was talked on has none", () => {
    expect(eventOf(status({ CallStatus: 'busy', SipResponseCode: '486' })).leg.endedReason).toBe('sip-486');
    expect(eventOf(status({ SipResponseCode: '200' })).leg.endedReason).toBeNull();
  });

  test('without a sequence number or a readable time it still counts', () => {
    const event = eventOf(status({ SequenceNumber: undefined, Timestamp: 'yesterday' }));
    expect(event).toMatchObject({ dedupeKey: `status:${SID}:completed`, occurredAt: null, leg: { sequence: null, endedAt: null } });
  });

  test("characters that the database can't hold are left out", () => {
    expect(eventOf(status({ From: 'sip:a\0b@c', ParentCallSid: '\0' }))).toMatchObject({
      from: { heard: 'sip:ab@c' },
      leg: { parentReference: null },
    });
  });

  test.each([
    [{ CallSid: '' }, 'CallSid: is missing'],
    [{ CallSid: 'XX1' }, 'CallSid: is not of a known form'],
    [{ CallStatus: ' ' }, 'CallStatus: is missing'],
    [{ CallStatus: 'levitating' }, 'CallStatus: is not a known status'],
  ])('ATK-117: with %j it is parked, and the reason repeats no value', (changes, reason) => {
    expect(status(changes)).toMatchObject({ kind: 'parked', reason, dedupeKey: expect.stringMatching(/^parked:[0-9a-f]{64}$/) });
  });
});

describe('a recording callback', () => {
  test('says where the sound is, and of its leg only that there is one', () => {
    const event = eventOf(recording({}));
    expect(event).toMatchObject({
      dedupeKey: `recording:${RECORDING.RecordingSid}:completed`,
      occurredAt: null,
      leg: { reference: SID, status: 'in-progress', startedAt: null, answeredAt: null, endedAt: null, sequence: null, direction: null },
      recording: {
        reference: RECORDING.RecordingSid,
        url: 'https://api.twilio.com/x',
        durationMs: 46_000,
        channels: 2,
        accountId: RECORDING.AccountSid,
      },
    });
  });

  test.each(['in-progress', 'absent', 'failed', 'paused'])('is ignored while there is nothing to fetch (%s)', (RecordingStatus) => {
    expect(recording({ RecordingStatus, RecordingDuration: '-1' })).toEqual({
      kind: 'ignored',
      dedupeKey: `recording:${RECORDING.RecordingSid}:${RecordingStatus}`,
      messageKind: `recording:${RecordingStatus}`,
      callReference: SID,
    });
  });

  test("a length that isn't known is not guessed", () => {
    expect(eventOf(recording({ RecordingDuration: '-1', RecordingChannels: '7' })).recording).toMatchObject({
      durationMs: null,
      channels: null,
    });
  });

  test.each([
    { RecordingSid: 'nope' },
    { RecordingUrl: '' },
    { RecordingUrl: 'file:///etc/passwd' },
    { RecordingStatus: 'eaten' },
    { AccountSid: '' },
    { CallSid: '' },
  ])('ATK-117: with %j it is parked', (changes) => {
    expect(recording(changes)).toMatchObject({ kind: 'parked' });
  });
});

test('any form at all is understood, ignored or parked, never thrown out', () => {
  const names = fc.constantFrom(...Object.keys({ ...STATUS, ...RECORDING }), 'AnsweredBy', 'constructor');
  const values = fc.oneof(fc.string(), fc.constantFrom(...Object.values({ ...STATUS, ...RECORDING }), '\0', '99999999999999999999'));
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), fc.constantFrom(statusReader, recordingReader), (pairs, reader) => {
      const told = read(reader, new URLSearchParams(pairs).toString());
      expect(['event', 'ignored', 'parked']).toContain(told.kind);
      expect(told).not.toMatchObject({ reason: 'internal' });
      expect(JSON.stringify(told)).not.toContain('\\u0000');
    }),
    { numRuns: 500 },
  );
});

test("ATK-104: Twilio's sample callbacks in any order, each as often as it likes, end in the same legs and calls", ({ skip }) => {
  const folder = sharedData('webhooks/twilio');
  if (!folder) return skip(WITHOUT_SHARED_DATA);
  const events = readdirSync(folder)
    .filter((name) => name.endsWith('.form'))
    .flatMap((name) => {
      const told = read(name.startsWith('recording') ? recordingReader : statusReader, readFileSync(join(folder, name)));
      expect(told.kind, name).not.toBe('parked');
      return told.kind === 'event' ? [told.event] : [];
    });
  const expected = callsOf(events);
  expect(expected.get(SID)).toMatchObject({ status: 'completed', direction: 'inbound', ringSeconds: 6, durationSeconds: 49 });
  expect([...expected.values()].map((call) => call.status).toSorted()).toEqual(['busy', 'completed', 'completed', 'missed']);
  const deliveries = fc
    .array(fc.constantFrom(...events), { maxLength: 5 })
    .chain((more) => fc.shuffledSubarray([...events, ...more], { minLength: events.length + more.length }));
  fc.assert(
    fc.property(deliveries, (delivered) => {
      expect(callsOf(delivered)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function callsOf(events: readonly CallEvent[]): Map<string, ReturnType<typeof summarizeCall>> {
  const legs = new Map<string, LegFacts>();
  for (const { leg } of events) {
    const known = legs.get(leg.reference);
    legs.set(leg.reference, known ? mergeLeg(known, leg) : leg);
  }
  return new Map([...legs].map(([reference, leg]) => [reference, summarizeCall([leg])]));
}
