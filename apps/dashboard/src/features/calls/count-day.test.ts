import { expect, test } from 'vitest';
import { callItem } from './call-item.fixture.ts';
import { countDay } from './count-day.ts';

test('a day counts the calls that nobody took, not those we made in vain', () => {
  const answered = callItem({ id: 'a' });
  const missed = callItem({ id: 'b', status: 'missed' });
  const inVain = callItem({ id: 'c', status: 'missed', direction: 'outbound' });
  expect(countDay([answered, missed, inVain])).toBe('3 calls, 1 missed');
  expect(countDay([missed])).toBe('1 call');
});
