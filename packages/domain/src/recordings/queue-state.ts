import type { RecordingFailureReason } from './recording-failure-reason.ts';
import type { RecordingStatus } from './recording-status.ts';

/** What is not stored: it waits, a worker has it, it failed, or its provider has it no more. */
export const QUEUE_STATES = ['waiting', 'running', 'failed', 'gone'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

const OF_STATUS = { pending: 'waiting', processing: 'running', failed: 'failed' } as const satisfies Record<
  Exclude<RecordingStatus, 'stored'>,
  QueueState
>;

/** Where a recording that isn't stored stands in the queue. */
export function queueState(status: Exclude<RecordingStatus, 'stored'>, failureReason: RecordingFailureReason | null): QueueState {
  return failureReason === 'gone' ? 'gone' : OF_STATUS[status];
}
