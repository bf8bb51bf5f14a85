import type { CallStatus } from '../calls/call-status.ts';
import { isTerminal } from '../calls/is-terminal.ts';
import { RECORDING_STATES, type RecordingStanding, recordingState, type RecordingState } from './recording-state.ts';

/** What a call has of a recording. `none-expected`: nobody answered, or nothing is recorded; `expected`: it isn't told of yet. */
export type CallRecordingState = RecordingState | 'none-expected' | 'expected';

/** How long after its end a call may still be told to have a recording. */
export const ANNOUNCED_WITHIN_MS = 3_600_000;
const ANSWERED: readonly CallStatus[] = ['in-progress', 'completed', 'voicemail', 'end-unknown'];

export interface RecordedCall {
  readonly status: CallStatus;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly recordings: readonly RecordingStanding[];
  /** Whether its line records, as far as earlier calls tell. */
  readonly isLineRecorded: boolean;
  /** Whether the provider said that there is nothing to come. */
  readonly isToldWithout: boolean;
}

/** Says of every call which it is. Of several recordings the best counts. */
export function callRecordingState(call: RecordedCall, now: Date): CallRecordingState {
  const states = call.recordings.map(recordingState);
  const best = RECORDING_STATES.find((state) => states.includes(state));
  if (best) return best;
  if (call.isToldWithout || !call.isLineRecorded) return 'none-expected';
  if (call.status === 'ringing') return 'expected';
  if (!ANSWERED.includes(call.status)) return 'none-expected';
  const endedAt = call.endedAt ?? (isTerminal(call.status) ? call.startedAt : now);
  return now.getTime() - endedAt.getTime() < ANNOUNCED_WITHIN_MS ? 'expected' : 'none-expected';
}
