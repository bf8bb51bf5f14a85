import { expect, test } from 'vitest';
import { ANNOUNCED_WITHIN_MS, type RecordedCall, callRecordingState } from './call-recording-state.ts';
import type { RecordingStanding } from './recording-state.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const stored: RecordingStanding = { status: 'stored', failureReason: null, isPlayable: true };
const waiting: RecordingStanding = { ...stored, status: 'pending' };
const failed: RecordingStanding = { ...stored, status: 'failed', failureReason: 'unreachable' };
const gone: RecordingStanding = { ...failed, failureReason: 'gone' };
const call: RecordedCall = {
  status: 'completed',
  startedAt: ago(90_000),
  endedAt: ago(30_000),
  recordings: [],
  isLineRecorded: true,
  isToldWithout: false,
};

test.each<[string, Partial<RecordedCall>, ReturnType<typeof callRecordingState>]>([
  ['nobody answered', { status: 'missed' }, 'none-expected'],
  ['the line was busy', { status: 'busy' }, 'none-expected'],
  ['it was called off', { status: 'canceled' }, 'none-expected'],
  ['its line brought none yet, though it should have', { isLineRecorded: false }, 'none-expected'],
  ['its provider said that there is none', { isToldWithout: true }, 'none-expected'],
  ['it ended long ago and nothing came', { endedAt: ago(ANNOUNCED_WITHIN_MS) }, 'none-expected'],
  [
    'its end was never told, and it began long ago',
    { status: 'end-unknown', endedAt: null, startedAt: ago(5 * 3_600_000) },
    'none-expected',
  ],
  ['it rings', { status: 'ringing', endedAt: null }, 'expected'],
  ['somebody talks', { status: 'in-progress', endedAt: null, startedAt: ago(2 * ANNOUNCED_WITHIN_MS) }, 'expected'],
  ['it just ended', {}, 'expected'],
  ['a machine took it', { status: 'voicemail' }, 'expected'],
  ['it waits to be fetched', { recordings: [waiting] }, 'on-its-way'],
  ['it is being fetched', { recordings: [{ ...waiting, status: 'processing' }] }, 'on-its-way'],
  ['it can be played', { recordings: [stored] }, 'stored'],
  ['it is kept, and browsers can’t play it', { recordings: [{ ...stored, isPlayable: false }] }, 'stored-not-playable'],
  ['it failed', { recordings: [failed] }, 'failed'],
  ['its provider has it no more', { recordings: [gone] }, 'gone'],
  ['a missed call was recorded all the same', { status: 'missed', recordings: [stored] }, 'stored'],
  ['of several one can be played', { recordings: [gone, failed, waiting, stored] }, 'stored'],
  ['of several one may still come', { recordings: [gone, failed, waiting] }, 'on-its-way'],
  ['of several none came, and one could', { recordings: [gone, failed] }, 'failed'],
])('a call where %s', (_, changes, state) => {
  expect(callRecordingState({ ...call, ...changes }, NOW)).toBe(state);
});
