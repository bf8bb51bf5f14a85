import { PermanentFailure } from '@ringfence/domain/recordings';
import { DownloadFailed } from './download-failed.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** What an answer's status means for the recording; null when the sound follows. A 404 may only be too early. */
export function failureOfAnswer(statusCode: number, retryAfter: string | string[] | undefined): PermanentFailure | DownloadFailed | null {
  if (statusCode === 200) return null;
  if (statusCode === 410) return new PermanentFailure('gone', 'The provider no longer has this recording.');
  const retryAfterMs = readRetryAfter(retryAfter, new Date());
  if (statusCode === 404) return new DownloadFailed('gone', 'The provider has no such recording, or not yet.', retryAfterMs);
  if (statusCode === 401 || statusCode === 403) {
    return new DownloadFailed('sign-in-refused', `The provider refused our credential (${statusCode}).`, retryAfterMs);
  }
  return new DownloadFailed('unreachable', `The provider answered with status ${statusCode}.`, retryAfterMs);
}
