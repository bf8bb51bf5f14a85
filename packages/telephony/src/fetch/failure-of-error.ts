import { PermanentFailure } from '@ringfence/domain/recordings';
import { DownloadFailed } from './download-failed.ts';

/**
 * A network's error as one of ours. Only its code is kept: messages and causes of HTTP errors may hold addresses with their signatures
 * and parts of the answer.
 */
export function failureOfError(error: unknown): PermanentFailure | DownloadFailed {
  if (error instanceof PermanentFailure || error instanceof DownloadFailed) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new DownloadFailed('incomplete', 'The recording took too long to download.');
  }
  const isCut = ['UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_ABORTED', 'ECONNRESET'].includes(code);
  return isCut
    ? new DownloadFailed('incomplete', `The recording came only in part (${code}).`)
    : new DownloadFailed('unreachable', `The provider could not be reached (${code}).`);
}
