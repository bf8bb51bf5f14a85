import { expect, test } from 'vitest';
import { describeQueued } from './describe-queued.ts';

const WAITING = {
  state: 'waiting',
  reason: null,
  message: null,
  attempts: 0,
  isPaused: false,
  connectionName: 'Office numbers',
  nextAttemptAt: null,
} as const;

test('what was never tried is in line', () => {
  expect(describeQueued(WAITING)).toEqual({ cause: 'In line', remedy: 'Starts when a worker is free.' });
});

test('what was tried tells why it waits, and that nobody has to do anything', () => {
  const tried = { ...WAITING, attempts: 2, message: 'The provider answered with status 503.', nextAttemptAt: '2026-11-17T14:00:00.000Z' };
  expect(describeQueued(tried)).toEqual({ cause: 'The provider answered with status 503', remedy: 'Tried again by itself.' });
});

test('what waits for its connection names it, whatever the last attempt said', () => {
  const paused = { ...WAITING, isPaused: true, message: 'The provider answered with status 401.' };
  expect(describeQueued(paused).cause).toBe('The provider refused our sign-in');
  expect(describeQueued(paused).remedy).toContain('Office numbers');
});

test('a failure says what to do, unless it is taken up again by itself', () => {
  const failed = { ...WAITING, state: 'failed', reason: 'unreachable', attempts: 12 } as const;
  expect(describeQueued(failed).remedy).toContain('then retry');
  expect(describeQueued({ ...failed, nextAttemptAt: '2026-11-17T14:00:00.000Z' }).remedy).toBe('Tried again by itself.');
});
