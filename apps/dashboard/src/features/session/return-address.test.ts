import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

const ORIGIN = 'https://calls.example';

test('one returns to the page one came from', () => {
  expect(returnAddress('/calls?status=missed#x', ORIGIN)).toBe('/calls?status=missed#x');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/sign-in?from=/calls',
  '',
  undefined,
])('signing in never leads to %j', (from) => {
  expect(returnAddress(from, ORIGIN)).toBe('/calls');
});
