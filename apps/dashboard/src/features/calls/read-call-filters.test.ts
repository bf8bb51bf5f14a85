import { expect, test } from 'vitest';
import { describeNoCalls } from './describe-no-calls.ts';
import { readCallFilters } from './read-call-filters.ts';

test('an address gives the filters it names, and nothing that isn’t one', () => {
  expect(readCallFilters({ direction: 'inbound', status: 'missed', search: ' 555 ' })).toEqual({
    direction: 'inbound',
    status: 'missed',
    search: '555',
  });
  expect(readCallFilters({ direction: 'sideways', status: 'constructor', search: '   ', org: 'x' })).toEqual({});
});

test('an empty list says what is missing', () => {
  expect(describeNoCalls({}).title).toBe('No calls yet');
  expect(describeNoCalls({ direction: 'inbound', status: 'missed' }).title).toBe('No missed inbound calls');
  expect(describeNoCalls({ search: 'Vega' }).title).toBe('No calls with “Vega”');
});
