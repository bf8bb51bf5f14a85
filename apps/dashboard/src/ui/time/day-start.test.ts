import { expect, test } from 'vitest';
import { dayStart, nextDay } from './day-start.ts';

test.each([
  ['2026-11-17', 'UTC', '2026-11-17T00:00:00.000Z'],
  ['2026-11-17', 'America/New_York', '2026-11-17T05:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-11-17', 'Asia/Kathmandu', '2026-11-16T18:15:00.000Z'],
])('%s begins in %s at %s', (day, zone, start) => {
  expect(dayStart(day, zone).toISOString()).toBe(start);
});

test('the day after the last of a year is in the next', () => {
  expect(nextDay('2026-12-31')).toBe('2027-01-01');
});
