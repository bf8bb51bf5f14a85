import { expect, test } from 'vitest';
import { renewalDelay } from './renewal-delay.ts';

test('a link of five minutes is replaced half a minute before its end', () => {
  const now = Date.parse('2026-11-17T14:00:00Z');
  expect(renewalDelay('2026-11-17T14:05:00Z', now)).toBe(270_000);
});

test('a clock that runs ahead does not make the page ask without a pause', () => {
  expect(renewalDelay('2026-11-17T14:05:00Z', Date.parse('2026-11-17T15:00:00Z'))).toBe(5_000);
});
