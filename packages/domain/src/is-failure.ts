import { Conflict, type Failure, Forbidden, InvalidInput, NotFound, RateLimited, Unavailable } from './failure.ts';

const FAILURES = [NotFound, Forbidden, Conflict, InvalidInput, RateLimited, Unavailable];

/** Whether an error is one of the closed union that doors translate. */
export function isFailure(error: unknown): error is Failure {
  return FAILURES.some((kind) => error instanceof kind);
}
