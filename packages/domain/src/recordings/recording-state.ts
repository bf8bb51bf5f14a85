import type { RecordingFailureReason } from './recording-failure-reason.ts';
import type { RecordingStatus } from './recording-status.ts';

/** What there is of a recording that its provider told of, the best first. `stored-not-playable`: kept whole, but browsers can't play it. */
export const RECORDING_STATES = ['stored', 'stored-not-playable', 'on-its-way', 'failed', 'gone'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** What decides over it. */
export interface RecordingStanding {
  readonly status: RecordingStatus;
  readonly failureReason: RecordingFailureReason | null;
  readonly isPlayable: boolean;
}

/** Tells of one recording where it is. */
export function recordingState({ status, failureReason, isPlayable }: RecordingStanding): RecordingState {
  if (status === 'stored') return isPlayable ? 'stored' : 'stored-not-playable';
  if (status !== 'failed') return 'on-its-way';
  return failureReason === 'gone' ? 'gone' : 'failed';
}
