import { expect, test } from 'vitest';
import { formatClock, formatClockSeconds, formatDay, formatExact, formatShortDay, zoneName } from './format-time.ts';

const AT = new Date('2026-11-17T19:21:07Z');
const NEW_YORK = 'America/New_York';

test('hours are the organisation’s, in the viewer’s way of counting them', () => {
  expect(formatClock(AT, NEW_YORK, false)).toBe('14:21');
  expect(formatClock(AT, NEW_YORK, true)).toBe('2:21 pm');
  expect(formatClock(AT, 'Europe/Berlin', false)).toBe('20:21');
  expect(formatClockSeconds(AT, 'Asia/Kolkata', false)).toBe('00:51:07');
});

test('the exact time leaves nothing open', () => {
  expect(formatExact(AT, NEW_YORK, false)).toBe('Tue 17 Nov 2026, 14:21:07 EST');
  expect(formatExact(new Date('2026-07-01T12:00:00Z'), 'Europe/Berlin', false)).toBe('Wed 1 Jul 2026, 14:00:00 CEST');
});

test('a zone without a short name is told by its distance', () => {
  expect(zoneName(AT, 'Asia/Kathmandu')).toMatch(/^(GMT|UTC)\+5:45$/);
});

test('a day names its year only when it isn’t this one', () => {
  expect(formatDay(AT, NEW_YORK, AT)).toBe('Tuesday 17 November');
  expect(formatShortDay(AT, NEW_YORK, new Date('2027-01-02T12:00:00Z'))).toBe('Tue 17 Nov 2026');
});
