import { expect, test } from 'vitest';
import { pastPooler } from './past-pooler.ts';

test('past a pooler one is who one was, at the direct address', () => {
  const pooled = 'postgres://ringfence_app:p%40ss@pooler:6432/calls?sslmode=require';
  expect(pastPooler(pooled, 'postgres://owner:other@database:5432/calls')).toBe('postgres://ringfence_app:p%40ss@database:5432/calls');
  expect(pastPooler(pooled, undefined)).toBe(pooled);
});
