import { PermanentFailure } from '@ringfence/domain/recordings';
import { DownloadFailed } from './download-failed.ts';

const MESSAGES = {
  unreachable: 'The provider could not be reached',
  incomplete: 'The recording came only in part',
};

/**
 * A network's error as one of ours: `reason` says how far we were. Only its code is kept, since messages and causes of HTTP errors may
 * hold addresses with their signatures, and parts of the answer.
 */
export function failureOfError(error: unknown, reason: keyof typeof MESSAGES): PermanentFailure | DownloadFailed {
  if (error instanceof PermanentFailure || error instanceof DownloadFailed) return error;
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const code = error instanceof Error && 'code' in error && /^[A-Z_]+$/.test(String(error.code)) ? String(error.code) : 'no code';
  return new DownloadFailed(reason, `${MESSAGES[reason]} (${isTimeout ? 'it took too long' : code}).`);
}
