import { expect, test } from 'vitest';
import { readLogFilters } from './read-log-filters.ts';

test('an address gives the filters that it names', () => {
  const search = { kind: 'crossing', action: 'member.remove', from: '2026-11-01', to: '2026-11-30' };
  expect(readLogFilters(search)).toEqual(search);
});

test.each([
  [{ kind: 'everything' }],
  [{ action: 'Robert"); drop table' }],
  [{ from: '2026-02-30' }],
  [{ from: '2026-13-01' }],
  [{ to: 'yesterday' }],
  [{ from: ['2026-11-01'] }],
  [{ from: '0000-01-01' }],
])('%j is left out', (search) => {
  expect(readLogFilters(search)).toEqual({});
});
