import { expect, test } from 'vitest';
import { legSpan } from './leg-span.ts';

const call = { startedAt: '2026-11-17T12:00:00Z', endedAt: '2026-11-17T12:01:40Z' };
const NOW = Date.parse('2026-11-17T12:10:00Z');

test('a leg lies on its call’s line, its ringing before its talking', () => {
  const leg = { startedAt: '2026-11-17T12:00:20Z', answeredAt: '2026-11-17T12:00:30Z', endedAt: '2026-11-17T12:01:40Z' };
  expect(legSpan(call, leg, NOW)).toEqual({
    fromSeconds: 20,
    toSeconds: 100,
    ringing: { start: 0.2, end: 0.3 },
    talking: { start: 0.3, end: 1 },
  });
});

test('a leg that nobody answered only rang, and one without times has no bar', () => {
  expect(legSpan(call, { startedAt: call.startedAt, answeredAt: null, endedAt: '2026-11-17T12:00:50Z' }, NOW)).toMatchObject({
    ringing: { start: 0, end: 0.5 },
    talking: null,
  });
  expect(legSpan(call, { startedAt: null, answeredAt: null, endedAt: null }, NOW)).toBeNull();
});

test('a leg that still runs reaches to now', () => {
  const running = { startedAt: call.startedAt, endedAt: null };
  expect(legSpan(running, { startedAt: call.startedAt, answeredAt: call.startedAt, endedAt: null }, NOW)?.toSeconds).toBe(600);
});
