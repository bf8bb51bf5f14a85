import type { ClientFetch } from './client-fetch.ts';
import { pause } from './pause.ts';

/** On top of the 3 s that EventSource waits itself; tRPC opens another stream after 10 s of silence, so that more would be of no use. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 6_000;

/**
 * A fetch for streams that come back. An EventSource ends for good on any answer but a stream: right for a refusal, wrong for a server
 * that restarts (5xx) or asks for patience (429). Those are told as a lost connection, and each return waits at random, ever longer,
 * so that not all streams of a server that was away come back at once.
 */
export function streamFetch(send: ClientFetch): ClientFetch {
  let attempt = 0;
  return async (input, init) => {
    if (attempt > 0) await pause(Math.random() * Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS), init?.signal);
    attempt += 1;
    const response = await send(input, init);
    if (mayPass(response.status)) {
      await response.body?.cancel();
      throw new TypeError(`The stream was answered with status ${response.status}.`);
    }
    attempt = 1;
    return response;
  };
}

function mayPass(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}
