import { Unavailable } from '@ringfence/domain';
import type { RecordingFailureReason } from '@ringfence/domain/recordings';

const WORDS = {
  full: 'The storage is full',
  refused: 'The storage refuses us',
  unreachable: 'The storage cannot be reached',
  damaged: 'The storage does not hold what it was given',
};

/** The storage failed, not the sound: trying again later is right. `code` is the system's word for it, and holds nobody's data. */
export class StorageUnavailable extends Unavailable {
  /** What a recording's attempt ends with. */
  readonly reason: RecordingFailureReason = 'internal';
  readonly trouble: keyof typeof WORDS;
  constructor(trouble: keyof typeof WORDS, code: string, cause?: unknown) {
    super(`${WORDS[trouble]} (${code}).`);
    this.name = 'StorageUnavailable';
    this.trouble = trouble;
    this.cause = cause;
  }
}
