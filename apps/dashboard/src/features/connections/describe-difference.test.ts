import { expect, test } from 'vitest';
import { describeDifference } from './describe-difference.ts';

const WHOLE = { provider: 3, ours: 3, difference: 0 };

test('a day on which both lists agree has nothing to say', () => {
  expect(describeDifference({ difference: 0, recordings: WHOLE })).toBeNull();
});

test('calls and recordings that are missing are counted apart', () => {
  expect(describeDifference({ difference: 2, recordings: WHOLE })).toBe('2 calls missing');
  expect(describeDifference({ difference: 1, recordings: { provider: 4, ours: 3, difference: 1 } })).toBe('1 call, 1 recording missing');
});

test('more here than at the provider is nothing missing', () => {
  expect(describeDifference({ difference: -1, recordings: WHOLE })).toBeNull();
});
