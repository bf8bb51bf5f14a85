import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

const failed = new Error('failed');

test('each attempt waits e times as long as the one before, six hours at most', () => {
  const waits = [1, 2, 3, 10, 11, 400].map((attempt) => Math.round(retryDelayMs(attempt, failed, 0.5) / 1000));
  expect(waits).toEqual([3, 7, 20, 22_026, 22_026, 22_026]);
});

test('what failed together comes apart, by a quarter at most', () => {
  expect([0, 1].map((chance) => Math.round(retryDelayMs(2, failed, chance)))).toEqual([5542, 9236]);
});

test('a failure that says how long to leave it alone is left alone that long at least', () => {
  const slowDown = Object.assign(new Error('slow down'), { retryAfterMs: 60_000 });
  expect([0, 1].map((chance) => retryDelayMs(1, slowDown, chance))).toEqual([60_000, 75_000]);
  expect(retryDelayMs(10, slowDown, 0)).toBeGreaterThan(60_000);
});
