import { expect, test } from 'vitest';
import { type EndedAttempt, judgeAttempt, NOT_READY_FOR_MS } from './judge-attempt.ts';

const attempt: EndedAttempt = { reason: 'unreachable', isPermanent: false, isSignInRefused: false, isLast: false, ageMs: 0 };

test.each<[string, Partial<EndedAttempt>, ReturnType<typeof judgeAttempt>]>([
  ['what may pass is tried again', {}, { kind: 'again' }],
  ['until no attempt is left', { isLast: true }, { kind: 'over', reason: 'unreachable' }],
  ['what no attempt mends ends at the first', { reason: 'type-refused', isPermanent: true }, { kind: 'over', reason: 'type-refused' }],
  ['what the provider says is gone is gone', { reason: 'gone', isPermanent: true }, { kind: 'over', reason: 'gone' }],
  ['what is not there yet is late', { reason: 'not-ready', ageMs: NOT_READY_FOR_MS - 1 }, { kind: 'again' }],
  ['and gone a quarter of an hour after its callback', { reason: 'not-ready', ageMs: NOT_READY_FOR_MS }, { kind: 'over', reason: 'gone' }],
  ['a refused sign-in is the connection’s', { reason: 'sign-in-refused', isSignInRefused: true }, { kind: 'connection' }],
  ['at the last attempt too', { reason: 'sign-in-refused', isSignInRefused: true, isLast: true }, { kind: 'connection' }],
  ['an address that is closed to everybody is not', { reason: 'sign-in-refused' }, { kind: 'again' }],
])('%s', (_, changes, verdict) => {
  expect(judgeAttempt({ ...attempt, ...changes })).toEqual(verdict);
});
