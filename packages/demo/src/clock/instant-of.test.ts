import { expect, test } from 'vitest';
import { dayBefore } from './day-before.ts';
import { instantOf } from './instant-of.ts';

test('ten in the morning is ten in the morning on either side of a change of clocks', () => {
  const day = { year: 2026, month: 10, weekday: 6 };
  expect(instantOf({ ...day, day: 24 }, 36_000, 'Europe/London').toISOString()).toBe('2026-10-24T09:00:00.000Z');
  expect(instantOf({ ...day, day: 25 }, 36_000, 'Europe/London').toISOString()).toBe('2026-10-25T10:00:00.000Z');
  expect(instantOf({ ...day, day: 31 }, 36_000, 'America/Los_Angeles').toISOString()).toBe('2026-10-31T17:00:00.000Z');
});

test('a day is counted by the clock of the place, not by ours', () => {
  const instant = new Date('2026-11-25T03:00:00Z');
  expect(dayBefore(instant, 'America/Los_Angeles', 0)).toEqual({ year: 2026, month: 11, day: 24, weekday: 2 });
  expect(dayBefore(instant, 'Europe/London', 1)).toEqual({ year: 2026, month: 11, day: 24, weekday: 2 });
  expect(dayBefore(instant, 'Europe/London', 30)).toEqual({ year: 2026, month: 10, day: 26, weekday: 1 });
});
