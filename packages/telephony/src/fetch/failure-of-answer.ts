import { PermanentFailure, SignInRefused } from '@ringfence/domain/recordings';
import { DownloadFailed } from './download-failed.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** An answer, and how far the request had come that it answers. */
export interface Answer {
  readonly statusCode: number;
  readonly retryAfter: string | string[] | undefined;
  /** `sign-in`: a host that is given the connection's credential; `told`: another that the message named; `led`: where a host led to. */
  readonly from: 'sign-in' | 'told' | 'led';
}

/** What an answer's status means for the recording; null when the sound follows. A 404 may only be too early. */
export function failureOfAnswer({ statusCode, retryAfter, from }: Answer): PermanentFailure | SignInRefused | DownloadFailed | null {
  if (statusCode === 200) return null;
  if (statusCode === 410) return new PermanentFailure('gone', 'The provider no longer has this recording.');
  const retryAfterMs = readRetryAfter(retryAfter, new Date());
  if (statusCode === 404) return new DownloadFailed('not-ready', 'The provider has no such recording, or not yet.', retryAfterMs);
  const isRefused = statusCode === 401 || statusCode === 403;
  if (isRefused && from === 'sign-in') return new SignInRefused(`The provider refused our credential (${statusCode}).`);
  if (isRefused && from === 'told') {
    return new DownloadFailed('sign-in-refused', `The address that was told is not open to us (${statusCode}).`, retryAfterMs);
  }
  return new DownloadFailed('unreachable', `The provider answered with status ${statusCode}.`, retryAfterMs);
}
