import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts, legOf, second } from './leg-facts.fixture.ts';
import { mergeLeg } from './merge-leg.ts';
import { tellsMore } from './tells-more.ts';

const whole = { hasRecording: true, hasTranscript: true };
const recording = { reference: 'RE1', url: 'https://api.twilio.com/RE1', durationMs: null, channels: null, accountId: null };
const nothing = { recording: null, transcript: null };

test('a leg nobody told of, an end nobody told of, and sound nobody told of are news', () => {
  const ended = legOf({ status: 'completed', endedAt: second(9) });
  expect(tellsMore({ ...nothing, leg: ended }, { ...whole, leg: null })).toBe(true);
  expect(tellsMore({ ...nothing, leg: ended }, { ...whole, leg: legOf({ status: 'in-progress' }) })).toBe(true);
  expect(tellsMore({ ...nothing, leg: ended, recording }, { ...whole, leg: ended, hasRecording: false })).toBe(true);
  expect(tellsMore({ ...nothing, leg: ended, transcript: [] }, { ...whole, leg: ended, hasTranscript: false })).toBe(true);
});

test('clocks that differ, and outcomes that the messages told more closely, are no news', () => {
  const known = legOf({ status: 'voicemail', sequence: 2, startedAt: second(0), endedAt: second(9) });
  const listed = legOf({ status: 'completed', startedAt: second(1), endedAt: second(10) });
  expect(tellsMore({ ...nothing, leg: listed, recording }, { ...whole, leg: known })).toBe(false);
});

test('what was taken in once is never news again', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (known, told) => {
      expect(tellsMore({ ...nothing, leg: told }, { ...whole, leg: mergeLeg(known, told) })).toBe(false);
    }),
  );
});
