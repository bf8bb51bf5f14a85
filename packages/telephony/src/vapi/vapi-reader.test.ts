import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallEvent, Understood } from '@ringfence/domain/calls';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { understand } from '../understand.ts';
import { vapiReader } from './vapi-reader.ts';

const STARTED = Date.UTC(2026, 7, 3, 9, 0, 0);
const at = (seconds: number) => new Date(STARTED + seconds * 1000);
const CALL = {
  id: 'b1223960-1b4d-4585-91b8-a69b0f57ec2f',
  orgId: 'not-ours',
  type: 'inboundPhoneCall',
  createdAt: at(-4).toISOString(),
  phoneCallProvider: 'twilio',
  phoneCallProviderId: 'CA1',
  customer: { number: '+14155550142' },
  phoneNumber: { number: '+19255550121' },
};

function read(content: unknown): Understood {
  return understand(vapiReader, { raw: Buffer.from(JSON.stringify(content) ?? ''), content });
}

function report(changes: Record<string, unknown>, call: Record<string, unknown> = {}): CallEvent {
  return eventOf(read({ message: { type: 'end-of-call-report', timestamp: at(70).getTime(), ...changes, call: { ...CALL, ...call } } }));
}

function update(status: string, changes: Record<string, unknown> = {}, call: Record<string, unknown> = {}): Understood {
  return read({ message: { type: 'status-update', status, timestamp: at(0).getTime(), ...changes, call: { ...CALL, ...call } } });
}

function eventOf(understood: Understood): CallEvent {
  if (understood.kind !== 'event') throw new Error(`expected an event, got ${JSON.stringify(understood)}`);
  return understood.event;
}

describe('an end-of-call report', () => {
  test('as recorded in 2024: turns in order of time, though seconds began anew after the transfer', ({ skip }) => {
    const path = sharedData('webhooks/vapi/end-of-call-report.json');
    if (!path) return skip(WITHOUT_SHARED_DATA);
    const raw = readFileSync(path);
    const event = eventOf(understand(vapiReader, { raw, content: JSON.parse(raw.toString()) }));
    expect(event.leg).toMatchObject({
      reference: 'b1223960-1b4d-4585-91b8-a69b0f57ec2f',
      relatedReference: 'CAddff8dcc320080e68c5f1ecf0c97ab23',
      direction: 'inbound',
      status: 'completed',
      answeredAt: new Date(1722115407145),
      endedAt: new Date(1722115441231),
      endedReason: 'customer-ended-call',
      agentName: 'assistant1',
    });
    expect(event).toMatchObject({
      from: { number: '+14155550142' },
      to: { number: '+19255550121' },
      recording: { channels: 2, url: expect.stringMatching(/-stereo\.wav$/) },
    });
    expect(event.transcript?.map(({ speaker }) => speaker).join(' ')).toBe('agent caller agent caller agent caller agent agent caller');
    expect(event.transcript?.[2]).toEqual({
      speaker: 'agent',
      text: '1 moment. The weather in Danville, California is windy.',
      startMs: 10_871,
      endMs: 15_041,
    });
    expect(JSON.stringify(event)).not.toContain('379a13ec');
  });

  test('of today: everything under artifact, times told', () => {
    const event = report({
      startedAt: at(0).toISOString(),
      endedAt: at(62.4).toISOString(),
      durationSeconds: 62.4,
      cost: 0.1234567,
      endedReason: 'assistant-ended-call',
      assistant: { name: 'Ada' },
      analysis: { summary: 'A table for two.' },
      artifact: {
        recording: { stereoUrl: 'https://x/stereo.wav', mono: { combinedUrl: 'https://x/mono.wav' } },
        messages: [
          { role: 'user', message: 'Hello?', time: at(3.2).getTime(), duration: 800 / 1000 },
          { role: 'assistant', content: 'Good morning.', time: at(1).getTime(), endTime: at(2.5).getTime() },
          { role: 'tool_calls', message: 'secret', time: at(2).getTime() },
          { role: 'user', message: '  ', time: at(5).getTime() },
          { role: 'user', message: 'no time' },
        ],
      },
    });
    expect(event.transcript).toEqual([
      { speaker: 'agent', text: 'Good morning.', startMs: 1000, endMs: 2500 },
      { speaker: 'caller', text: 'Hello?', startMs: 3200, endMs: 4000 },
    ]);
    expect(event.leg).toMatchObject({
      status: 'completed',
      startedAt: at(-4),
      answeredAt: at(0),
      endedAt: at(62.4),
      talkSeconds: 62,
      costMicros: 123_457,
      summary: 'A table for two.',
      agentName: 'Ada',
    });
    expect(event.recording).toEqual({
      reference: CALL.id,
      url: 'https://x/stereo.wav',
      durationMs: null,
      channels: 2,
      accountId: null,
      deletesAt: at(62.4 + 14 * 86_400),
    });
    expect(event.occurredAt).toEqual(at(70));
  });

  test.each([
    [{ recordingUrl: 'https://x/mono.wav' }, 'https://x/mono.wav', 1],
    [{ recordingUrl: 'https://x/mono.wav', stereoRecordingUrl: 'https://x/stereo.wav' }, 'https://x/stereo.wav', 2],
    [{ artifact: { recordingUrl: 'https://x/mono.wav' } }, 'https://x/mono.wav', 1],
    [{ artifact: { stereoRecordingUrl: 'https://x/s.wav', presignedStereoUrl: 'https://x/s.wav?signed' } }, 'https://x/s.wav?signed', 2],
    [{ recordingUrl: '', artifact: { recordingUrl: 'file:///etc/passwd' } }, undefined, undefined],
  ])('finds the sound wherever it stands: %j', (changes, url, channels) => {
    expect(report(changes).recording?.url).toBe(url);
    expect(report(changes).recording?.channels).toBe(channels);
  });

  test('with a transcript that is only text keeps its turns in order', () => {
    const { transcript } = report({ transcript: 'AI: Hi there.\nHow are you?\nUser: Fine.\nAI: Good: bye.\n' });
    expect(transcript?.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', 'Hi there.\nHow are you?'],
      ['caller', 'Fine.'],
      ['agent', 'Good: bye.'],
    ]);
  });

  test('of a call that nobody answered has no answer and no talking', () => {
    const event = report(
      { endedReason: 'customer-did-not-answer', startedAt: at(0).toISOString(), durationSeconds: 0 },
      { type: 'outboundPhoneCall' },
    );
    expect(event).toMatchObject({
      from: { number: '+19255550121' },
      to: { number: '+14155550142' },
      leg: { status: 'missed', answeredAt: null, talkSeconds: null, direction: 'outbound' },
    });
  });

  test("of a call planned days ahead didn't ring for days", () => {
    expect(
      report({ startedAt: at(0).toISOString() }, { schedulePlan: { earliestAt: 'x' }, createdAt: at(-200_000).toISOString() }).leg
        .startedAt,
    ).toEqual(at(0));
  });

  test('delivered again with addresses signed anew is the same event; with another word it is another', () => {
    const signed = (signature: string, summary = 'a') =>
      report({ summary, artifact: { presignedStereoUrl: `https://x/s.wav?sig="${signature}` } }).dedupeKey;
    expect(signed('1')).toBe(signed('2\\'));
    expect(signed('1')).not.toBe(signed('1', 'b'));
  });

  test('of a web call has no numbers; of Vonage no relation to Twilio', () => {
    const event = report({}, { type: 'webCall', customer: undefined, phoneNumber: undefined, phoneCallProvider: 'vonage' });
    expect(event).toMatchObject({ from: null, to: null, leg: { direction: 'inbound', relatedReference: null } });
  });
});

describe('a status update', () => {
  test.each([
    ['queued', { status: 'ringing', sequence: 0, answeredAt: null, endedAt: null }],
    ['ringing', { status: 'ringing', sequence: 1, answeredAt: null, endedAt: null }],
    ['in-progress', { status: 'in-progress', sequence: 2, answeredAt: at(0), endedAt: null }],
    ['forwarding', { status: 'in-progress', sequence: 3, answeredAt: null, endedAt: null }],
    ['ended', { status: 'completed', sequence: 4, answeredAt: null, endedAt: at(0) }],
  ])('%s', (status, leg) => {
    expect(eventOf(update(status))).toMatchObject({
      kind: `status-update:${status}`,
      occurredAt: at(0),
      leg: { ...leg, startedAt: at(-4) },
    });
  });

  test('that a call ended says how, and what Vapi knows of its times', () => {
    expect(eventOf(update('ended', { endedReason: 'customer-busy' })).leg).toMatchObject({
      status: 'busy',
      endedReason: 'customer-busy',
      answeredAt: null,
    });
    expect(
      eventOf(update('ended', { endedReason: 'pipeline-error-x' }, { startedAt: at(-2).toISOString(), endedAt: at(-1).toISOString() })).leg,
    ).toMatchObject({
      status: 'completed',
      answeredAt: at(-2),
      endedAt: at(-1),
    });
  });

  test.each(['scheduled', 'not-found', 'deletion-failed'])('%s is no call, and ignored', (status) => {
    expect(update(status)).toMatchObject({ kind: 'ignored', messageKind: `status-update:${status}`, callReference: CALL.id });
  });

  test('ATK-117: of a status that nobody foresaw is parked', () => {
    expect(update('teleporting')).toMatchObject({
      kind: 'parked',
      messageKind: 'status-update',
      reason: 'message.status: is not a known status',
    });
  });
});

describe('other messages', () => {
  test.each([
    'assistant-request',
    'tool-calls',
    'transcript[transcriptType="final"]',
    'speech-update',
    'conversation-update',
    'hang',
    'model-output',
    'user-interrupted',
    'session.created',
  ])('%s is known and changes nothing', (type) => {
    expect(read({ message: { type, call: CALL } })).toMatchObject({
      kind: 'ignored',
      messageKind: type.replace(/\[.*/, ''),
      callReference: CALL.id,
    });
  });

  test.each([
    [{ message: { type: 'poem', call: CALL } }, 'poem', 'message.type: is not a known type'],
    [{ message: { call: CALL } }, 'unknown', 'message.type: is missing'],
    [{ message: { type: 'end-of-call-report' } }, 'end-of-call-report', 'message.call.id: is missing'],
    [{ message: { type: 'status-update', status: 'ended', call: { id: { evil: 1 } } } }, 'status-update', 'message.call.id: is missing'],
    [[], 'unknown', 'message.type: is missing'],
    [null, 'unknown', 'message.type: is missing'],
  ])('ATK-117: %j is parked', (content, messageKind, reason) => {
    expect(read(content)).toMatchObject({ kind: 'parked', messageKind, reason });
  });

  test('whatever shape a known message has, it is never thrown out, and nothing in it is of a wrong type', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(at(0).getTime(), at(1).toISOString(), Date.UTC(2001), Date.UTC(2099), 1e300, -1, 1.5, '\0', CALL.id),
    );
    const message = fc.record(
      {
        type: fc.constantFrom('end-of-call-report', 'status-update'),
        status: fc.oneof(fc.constantFrom('ended', 'ringing'), value),
        timestamp: value,
        cost: value,
        messages: fc.oneof(
          value,
          fc.array(fc.record({ role: fc.constantFrom('bot', 'user', 'x'), message: value, time: value, endTime: value, duration: value })),
        ),
        artifact: value,
        endedReason: value,
        startedAt: value,
        durationSeconds: value,
        summary: value,
        customer: value,
        call: fc.record({ id: fc.constantFrom('1', 'a\0b'), createdAt: value, type: value, squad: value, phoneNumber: value }),
      },
      { requiredKeys: ['type', 'call'] },
    );
    fc.assert(
      fc.property(message, (content) => {
        const told = read({ message: content });
        expect(told).not.toMatchObject({ reason: 'internal' });
        if (told.kind !== 'event') return;
        expect(JSON.stringify(told)).not.toContain('\\u0000');
        const { leg, transcript } = told.event;
        for (const time of [leg.startedAt, leg.answeredAt, leg.endedAt]) expect(time?.getTime() ?? 0).not.toBeNaN();
        for (const whole of [leg.talkSeconds, leg.costMicros]) expect(Number.isSafeInteger(whole ?? 0) && (whole ?? 0) >= 0).toBe(true);
        for (const { startMs, endMs } of transcript ?? [])
          expect(Number.isSafeInteger(startMs) && 0 <= startMs && startMs <= endMs && endMs < 2 ** 31).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('ATK-071: a report of half a million turns is cut, not fatal', () => {
    const messages = [{ role: 'bot', message: 'first', time: at(0).getTime() }, ...Array<number>(500_000).fill(0)];
    expect(report({ messages }).transcript).toHaveLength(1);
    expect(report({ transcript: 'AI: x\n'.repeat(150_000) }).transcript).toHaveLength(5000);
  });

  test('ATK-071: a document nested five thousand deep is parked or ignored, not fatal', () => {
    const raw = Buffer.from(`{"message":{"type":"hang","x":${'['.repeat(5000)}${']'.repeat(5000)}}}`);
    expect(understand(vapiReader, { raw, content: JSON.parse(raw.toString()) }).kind).toBe('ignored');
  });
});
