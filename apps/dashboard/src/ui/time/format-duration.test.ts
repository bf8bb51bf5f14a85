import { expect, test } from 'vitest';
import { formatAge } from './format-age.ts';
import { formatDuration } from './format-duration.ts';

test.each([
  [0, '0:00'],
  [41.9, '0:41'],
  [222, '3:42'],
  [3730, '1:02:10'],
  [-3, '0:00'],
])('%d seconds are written %s', (seconds, written) => {
  expect(formatDuration(seconds)).toBe(written);
});

test('an age is told within the hour alone', () => {
  const now = new Date('2026-11-17T12:00:00Z');
  const ago = (seconds: number) => formatAge(new Date(now.getTime() - seconds * 1000), now);
  expect(ago(20)).toBe('just now');
  expect(ago(-5)).toBe('just now');
  expect(ago(6 * 60 + 59)).toBe('6 min ago');
  expect(ago(59 * 60 + 59)).toBe('59 min ago');
  expect(ago(3600)).toBeNull();
  expect(ago(-3600)).toBeNull();
});
