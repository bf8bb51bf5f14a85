import { expect, test } from 'vitest';
import { CALL_STATUSES } from './call-status.ts';
import { statusAfter } from './status-after.ts';

test('a call whose end was never told is mended by its end, and by nothing less', () => {
  expect(statusAfter('end-unknown', 'in-progress')).toBe('end-unknown');
  expect(statusAfter('end-unknown', 'ringing')).toBe('end-unknown');
  expect(statusAfter('end-unknown', 'completed')).toBe('completed');
  expect(statusAfter('end-unknown', 'missed')).toBe('missed');
});

test('any other call is what its legs tell', () => {
  for (const known of [undefined, ...CALL_STATUSES.filter((status) => status !== 'end-unknown')]) {
    for (const derived of CALL_STATUSES) expect(statusAfter(known, derived)).toBe(derived);
  }
});
