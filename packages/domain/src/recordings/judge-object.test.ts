import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeObject } from './judge-object.ts';
import { RECORDING_STATUSES, type RecordingStatus, statusesBefore } from './recording-status.ts';

test.each([
  ['stored under this lease', { status: 'stored', leaseNumber: 3 }, 'live'],
  ['being fetched under this lease', { status: 'processing', leaseNumber: 3 }, 'live'],
  ['waiting after this lease', { status: 'pending', leaseNumber: 3 }, 'dead'],
  ['failed under this lease', { status: 'failed', leaseNumber: 3 }, 'dead'],
  ['stored under a later lease', { status: 'stored', leaseNumber: 4 }, 'dead'],
  ['being fetched under a later lease', { status: 'processing', leaseNumber: 4 }, 'dead'],
  ['set back before this lease', { status: 'pending', leaseNumber: 2 }, 'live'],
] as const)('an object of a recording that is %s', (_, recording, verdict) => {
  expect(judgeObject({ number: 3, recording, isRemoved: false })).toBe(verdict);
});

test('an object without a recording is dead where it was removed, and else unremembered', () => {
  expect(judgeObject({ number: 3, recording: null, isRemoved: true })).toBe('dead');
  expect(judgeObject({ number: 3, recording: null, isRemoved: false })).toBe('unremembered');
});

interface Row {
  readonly status: RecordingStatus;
  readonly leaseNumber: number;
}

/** Every row that one move of a recording's life leads to; only taking it gives a new lease number. */
function movesOf({ status, leaseNumber }: Row): Row[] {
  return RECORDING_STATUSES.filter((to) => statusesBefore(to).includes(status)).map((to) => ({
    status: to,
    leaseNumber: to === 'processing' ? leaseNumber + 1 : leaseNumber,
  }));
}

test('ATK-096 whatever happens to a recording afterwards, an object that is dead once is never live again', () => {
  const anyRow = fc.record({ status: fc.constantFrom(...RECORDING_STATUSES), leaseNumber: fc.integer({ min: 0, max: 5 }) });
  const anyLife = fc.array(fc.nat(), { maxLength: 30 });
  fc.assert(
    fc.property(anyRow, fc.integer({ min: 0, max: 6 }), anyLife, (start, number, choices) => {
      let row: Row = start;
      let wasDead = false;
      for (const choice of choices) {
        const verdict = judgeObject({ number, recording: row, isRemoved: false });
        expect(wasDead && verdict === 'live').toBe(false);
        wasDead ||= verdict === 'dead';
        const moves = movesOf(row);
        row = moves[choice % moves.length] ?? row;
      }
    }),
  );
});
