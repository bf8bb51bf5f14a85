import { expect, test } from 'vitest';
import { readRetryAfter } from './read-retry-after.ts';

test.each([
  ['120', 120_000],
  [' 1 ', 1000],
  ['0', 0],
  ['999999999', 3_600_000],
  ['Thu, 12 Feb 2026 11:50:00 GMT', 60_000],
  ['Thu, 12 Feb 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
  [['1', '2'], null],
])('%j asks for %s ms', (header, waitMs) => {
  expect(readRetryAfter(header, new Date('2026-02-12T11:49:00Z'))).toBe(waitMs);
});
