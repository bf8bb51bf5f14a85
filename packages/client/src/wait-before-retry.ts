import { failureOf } from './failure-of.ts';
import { wasNothingSent } from './was-nothing-sent.ts';

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;
/** A server that wants more patience than this is better asked by a person. */
const LONGEST_RETRY_AFTER_MS = 30_000;

export interface FailedAttempt {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly error: unknown;
  /** 1 after the first. */
  readonly attempt: number;
}

/**
 * How long to wait before asking again, in milliseconds; null where asking again is of no use, or not safe. A query may always be
 * asked again. A mutation only when it can't have been sent, or was refused before it began (429): after a 503 it may have been done.
 */
export function waitBeforeRetry({ type, error, attempt }: FailedAttempt): number | null {
  const failure = failureOf(error);
  if (!failure || attempt >= MOST_ATTEMPTS) return null;
  switch (failure.kind) {
    case 'rate-limited':
      return patience(attempt, failure.retryAfterMs);
    case 'unavailable':
      return type === 'query' ? patience(attempt, failure.retryAfterMs) : null;
    case 'unreachable':
      return type === 'query' || wasNothingSent(error) ? patience(attempt, null) : null;
    default:
      return null;
  }
}

/** Twice as long each time, and at random below that, so that not all come back at once; never before the server wants it. */
function patience(attempt: number, retryAfterMs: number | null): number | null {
  if (retryAfterMs !== null && retryAfterMs > LONGEST_RETRY_AFTER_MS) return null;
  const most = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
  return (retryAfterMs ?? 0) + most * (0.5 + Math.random() / 2);
}
