import { expect, test } from 'vitest';
import { nextRoundAt } from './next-round.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

test('a recording that failed rests an hour, then six, then a day, and then waits for a person', () => {
  const after = [0, 1, 2, 3].map((rounds) => nextRoundAt({ reason: 'unreachable', rounds, deletesAt: null }, NOW));
  expect(after).toEqual([hours(1), hours(6), hours(24), null]);
});

test.each(['gone', 'type-refused', 'too-large', 'address-refused', 'sign-in-refused'] as const)(
  '%s is not tried again by itself',
  (reason) => {
    expect(nextRoundAt({ reason, rounds: 0, deletesAt: null }, NOW)).toBeNull();
  },
);

test('what its provider deletes before the rest is over is tried an hour before that, and never too late', () => {
  expect(nextRoundAt({ reason: 'internal', rounds: 2, deletesAt: hours(20) }, NOW)).toEqual(hours(19));
  expect(nextRoundAt({ reason: 'internal', rounds: 2, deletesAt: hours(30) }, NOW)).toEqual(hours(24));
  expect(nextRoundAt({ reason: 'internal', rounds: 0, deletesAt: hours(1) }, NOW)).toBeNull();
  expect(nextRoundAt({ reason: 'internal', rounds: 0, deletesAt: hours(-1) }, NOW)).toBeNull();
});
