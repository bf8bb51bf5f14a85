import { expect, test } from 'vitest';
import { dayKey } from './day-key.ts';
import { dayName } from './day-name.ts';

test('today begins at midnight of the organisation, not of the viewer', () => {
  const now = new Date('2026-11-17T03:30:00Z');
  expect(dayKey(now, 'America/New_York')).toBe('2026-11-16');
  expect(dayName('2026-11-16', 'America/New_York', now)).toBe('Today');
  expect(dayName('2026-11-17', 'Europe/Berlin', now)).toBe('Today');
  expect(dayName('2026-11-15', 'America/New_York', now)).toBe('Yesterday');
});

test('yesterday is found across a change of clocks and of the year', () => {
  expect(dayName('2026-10-25', 'Europe/Berlin', new Date('2026-10-25T23:30:00Z'))).toBe('Yesterday');
  expect(dayName('2026-12-31', 'UTC', new Date('2027-01-01T00:00:00Z'))).toBe('Yesterday');
  expect(dayName('2026-12-30', 'UTC', new Date('2027-01-01T00:00:00Z'))).toBeNull();
});
