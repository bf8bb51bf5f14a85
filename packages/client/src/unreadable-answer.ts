import { readRetryAfter } from './read-retry-after.ts';

/** An answer that isn't the API's: a proxy's page, a server that is going down. tRPC would tell that its JSON is broken, and no more. */
export class UnreadableAnswer extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;

  constructor({ status, headers }: Response) {
    super(`The server answered with status ${status}.`);
    this.name = 'UnreadableAnswer';
    this.status = status;
    this.retryAfterMs = readRetryAfter(headers.get('retry-after'));
  }
}
