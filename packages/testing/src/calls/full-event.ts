import type { CallEvent } from '@ringfence/domain/calls';

const STARTED_AT = new Date('2026-11-25T09:00:00Z');

/** An answered inbound call with all that a provider can tell: recording, transcript, parties. Its sound is nowhere to be had. */
export function fullEvent(reference = 'CA0123456789abcdef0123456789abcdef'): CallEvent {
  return {
    dedupeKey: `${reference}:completed`,
    kind: 'status:completed',
    occurredAt: new Date('2026-11-25T09:01:00Z'),
    leg: {
      reference,
      parentReference: null,
      relatedReference: null,
      direction: 'inbound',
      status: 'completed',
      sequence: 3,
      startedAt: STARTED_AT,
      answeredAt: new Date('2026-11-25T09:00:08Z'),
      endedAt: new Date('2026-11-25T09:01:00Z'),
      talkSeconds: 52,
      endedReason: 'hangup',
      summary: 'Asked for the opening hours.',
      costMicros: 8500,
      agentName: 'Ada',
    },
    from: { number: '+4915112345678', heard: '+4915112345678' },
    to: { number: '+4930123456', heard: '+4930123456' },
    recording: {
      reference: `RE${reference.slice(2)}`,
      url: `https://sound.invalid/Recordings/RE${reference.slice(2)}`,
      durationMs: 52_000,
      channels: 2,
      accountId: 'AC1',
    },
    transcript: [
      { speaker: 'agent', startMs: 0, endMs: 1500, text: 'Good morning.' },
      { speaker: 'caller', startMs: 1600, endMs: 3000, text: 'When do you open?' },
    ],
  };
}
