import { expect, test } from 'vitest';
import { describeEvent } from './describe-event.ts';
import { currentSegment } from './current-segment.ts';
import { lateness } from './lateness.ts';

test.each([
  ['status:initiated', 'Call started'],
  ['status:in-progress', 'Answered'],
  ['status-update:in-progress', 'Voice agent answered'],
  ['status-update:forwarding', 'Transferred'],
  ['recording:completed', 'Recording announced'],
  ['end-of-call-report', 'Report and transcript came'],
  ['status:brand_new-state', 'Brand new state'],
  ['unheard-of', 'Unheard of'],
])('the message %s is told as “%s”', (kind, words) => {
  expect(describeEvent(kind).words).toBe(words);
});

test('a message that came long after its event says so', () => {
  expect(lateness({ occurredAt: '2026-11-17T12:00:00Z', receivedAt: '2026-11-17T12:00:12Z' })).toBeNull();
  expect(lateness({ occurredAt: '2026-11-17T12:00:00Z', receivedAt: '2026-11-17T12:02:10Z' })).toBe('Told 2:10 later');
  expect(lateness({ occurredAt: null, receivedAt: '2026-11-17T12:02:10Z' })).toBeNull();
});

test('the turn that is heard is the last that has begun', () => {
  const segments = [{ startMs: 1000 }, { startMs: 5000 }, { startMs: 9000 }];
  expect([0, 1000, 4999, 5000, 60_000].map((position) => currentSegment(segments, position))).toEqual([-1, 0, 0, 1, 2]);
});
