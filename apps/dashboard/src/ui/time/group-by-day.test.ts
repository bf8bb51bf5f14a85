import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

test('rows stand under the days of the organisation’s zone', () => {
  const times = ['2026-11-18T02:00:00.000Z', '2026-11-17T17:00:00.000Z'];
  const daysIn = (zone: string) => groupByDay(times, String, zone).map((day) => day.key);
  expect(daysIn('America/New_York')).toEqual(['2026-11-17']);
  expect(daysIn('UTC')).toEqual(['2026-11-18', '2026-11-17']);
});
