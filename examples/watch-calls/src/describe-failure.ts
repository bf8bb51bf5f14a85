import type { RingfenceFailure } from '@ringfence/client';

/** A failure in words for whoever runs the program. A kind that is missing here doesn't compile. */
export function describeFailure(failure: RingfenceFailure): string {
  switch (failure.kind) {
    case 'unauthorized':
      return 'The key is wrong, revoked or expired. Make another one under Settings → API keys.';
    case 'forbidden':
      return `The key may not do that: ${failure.message}`;
    case 'not-found':
    case 'conflict':
      return failure.message;
    case 'invalid-input':
      return `${failure.field} is wrong: ${failure.message}`;
    case 'rate-limited':
    case 'unavailable':
      return failure.retryAfterMs === null ? 'Try again in a moment.' : `Try again in ${Math.ceil(failure.retryAfterMs / 1000)} s.`;
    case 'internal':
      return `Something is wrong over there. Its log has it under ${failure.reference ?? 'no reference'}.`;
    case 'unreachable':
      return 'Nobody answers at that address. Is Ringfence running?';
    case 'aborted':
      return 'Given up.';
    default:
      return failure satisfies never;
  }
}
