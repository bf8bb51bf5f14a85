import { expect, test } from 'vitest';
import { spokenDate } from './spoken-date.ts';
import { workingDayAfter } from './working-day-after.ts';

test('a day is said as people say it, by the clock of the place', () => {
  expect(spokenDate(new Date('2026-11-03T02:00:00Z'), 'America/Los_Angeles')).toBe('Monday the 2nd');
  expect(spokenDate(new Date('2026-11-03T02:00:00Z'), 'Europe/London')).toBe('Tuesday the 3rd');
  expect(spokenDate(new Date('2026-11-12T12:00:00Z'), 'Europe/London')).toBe('Thursday the 12th');
});

test('nobody is given an appointment on a weekend', () => {
  const friday = new Date('2026-11-20T15:00:00Z');
  expect(spokenDate(workingDayAfter(friday, 1, 'Europe/London'), 'Europe/London')).toBe('Monday the 23rd');
  expect(spokenDate(workingDayAfter(friday, 2, 'Europe/London'), 'Europe/London')).toBe('Monday the 23rd');
  expect(spokenDate(workingDayAfter(friday, 4, 'Europe/London'), 'Europe/London')).toBe('Tuesday the 24th');
});
