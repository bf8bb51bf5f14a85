import { expect, test } from 'vitest';
import { createAdmissions } from './admissions.ts';

test('an organisation is taken to live for a second after it was seen to', () => {
  let now = 0;
  const admissions = createAdmissions(() => now);
  expect(admissions.isFresh('a')).toBe(false);
  admissions.note('a');
  now = 999;
  expect([admissions.isFresh('a'), admissions.isFresh('b')]).toEqual([true, false]);
  now = 1000;
  expect(admissions.isFresh('a')).toBe(false);
});
