import { expect, test } from 'vitest';
import { callItem } from './call-item.fixture.ts';
import { countDay } from './count-day.ts';
import { groupByDay } from './group-by-day.ts';

test('calls stand under the days of the organisation’s zone', () => {
  const evening = callItem({ id: 'b', startedAt: '2026-11-18T02:00:00.000Z' });
  const noon = callItem({ id: 'a', startedAt: '2026-11-17T17:00:00.000Z' });
  expect(groupByDay([evening, noon], 'America/New_York').map((day) => day.key)).toEqual(['2026-11-17']);
  expect(groupByDay([evening, noon], 'UTC').map((day) => day.key)).toEqual(['2026-11-18', '2026-11-17']);
});

test('a day counts the calls that nobody took, not those we made in vain', () => {
  const answered = callItem({ id: 'a' });
  const missed = callItem({ id: 'b', status: 'missed' });
  const inVain = callItem({ id: 'c', status: 'missed', direction: 'outbound' });
  expect(countDay([answered, missed, inVain])).toBe('3 calls, 1 missed');
  expect(countDay([missed])).toBe('1 call');
});
