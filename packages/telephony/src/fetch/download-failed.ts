import type { RecordingFailureReason } from '@ringfence/domain/recordings';

/** A download that may go better next time. The message is ours: no address, number or secret is in it. */
export class DownloadFailed extends Error {
  readonly reason: RecordingFailureReason;
  /** How long the provider asks to be left alone. */
  readonly retryAfterMs: number | null;
  constructor(reason: RecordingFailureReason, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'DownloadFailed';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
