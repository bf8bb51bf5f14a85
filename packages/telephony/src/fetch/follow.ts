import { PermanentFailure, type RecordingSource } from '@ringfence/domain/recordings';
import { type Dispatcher, request } from 'undici';
import { DownloadFailed } from './download-failed.ts';
import { discardBody } from './discard-body.ts';
import type { Answer } from './failure-of-answer.ts';
import { failureOfError } from './failure-of-error.ts';
import { firstRequest } from './first-request.ts';
import type { ExtraHost } from './read-extra-hosts.ts';
import { readSoundAddress } from './read-sound-address.ts';
import { REDIRECT_HOSTS } from './redirect-hosts.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface Following {
  readonly dispatcher: Dispatcher;
  readonly extraHosts: readonly ExtraHost[];
  readonly signal: AbortSignal;
  readonly headersTimeoutMs: number;
  readonly idleTimeoutMs: number;
}

/** An answer that leads nowhere else, and who gave it. */
export interface Followed {
  readonly response: Dispatcher.ResponseData;
  readonly from: Answer['from'];
}

/** Asks for the sound and follows redirects by hand: each hop is checked like the first, and none but the first has the credential. */
export async function follow(source: RecordingSource, following: Following): Promise<Followed> {
  const first = firstRequest(source, following.extraHosts);
  let { url, authorization } = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await ask(url, authorization, following);
    if (!REDIRECTS.includes(response.statusCode)) return { response, from: redirects > 0 ? 'led' : first.isSignIn ? 'sign-in' : 'told' };
    discardBody(response.body);
    url = nextAddress(response, url, source, following);
    authorization = null;
  }
  throw new PermanentFailure('address-refused', "The recording's address redirects too often.");
}

async function ask(url: URL, authorization: string | null, following: Following): Promise<Dispatcher.ResponseData> {
  try {
    return await request(url, {
      dispatcher: following.dispatcher,
      signal: following.signal,
      headersTimeout: following.headersTimeoutMs,
      bodyTimeout: following.idleTimeoutMs,
      headers: {
        accept: 'audio/*, application/octet-stream;q=0.5',
        'accept-encoding': 'identity',
        ...(authorization ? { authorization } : {}),
      },
    });
  } catch (error) {
    throw failureOfError(error, 'unreachable');
  }
}

function nextAddress({ headers }: Dispatcher.ResponseData, from: URL, source: RecordingSource, { extraHosts }: Following): URL {
  const location = typeof headers['location'] === 'string' ? URL.parse(headers['location'], from.href) : null;
  if (!location) throw new DownloadFailed('unreachable', 'The provider redirects to nowhere.');
  return readSoundAddress(location.href, extraHosts, REDIRECT_HOSTS[source.provider]);
}
