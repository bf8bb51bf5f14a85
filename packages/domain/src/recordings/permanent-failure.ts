import type { RecordingFailureReason } from './recording-failure-reason.ts';

/** A download that no further attempt would mend. */
export class PermanentFailure extends Error {
  readonly reason: RecordingFailureReason;
  constructor(reason: RecordingFailureReason, message: string) {
    super(message);
    this.name = 'PermanentFailure';
    this.reason = reason;
  }
}
