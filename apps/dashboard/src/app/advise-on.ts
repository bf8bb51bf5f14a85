import type { RingfenceRouter } from '@ringfence/client';
import { isTRPCClientError } from '@trpc/client';

/** What to do after a procedure failed, in a sentence for whoever asked for it. A conflict says in its own words what stands in the way. */
export function adviseOn(error: unknown): string {
  if (!isTRPCClientError<RingfenceRouter>(error)) console.error(error);
  const code = isTRPCClientError<RingfenceRouter>(error) ? error.data?.code : undefined;
  switch (code) {
    case 'CONFLICT':
      return error instanceof Error ? error.message : '';
    case 'BAD_REQUEST':
      return 'The server did not take one of the values. Check them, then try again.';
    case 'FORBIDDEN':
    case 'UNAUTHORIZED':
      return 'You may no longer do this. Load the page again to see what your role allows now.';
    case 'NOT_FOUND':
      return 'It is no longer there. Load the page again to see what is.';
    case 'TOO_MANY_REQUESTS':
      return 'That was too often in a short time. Wait a minute, then try again.';
    default:
      return 'Ringfence did not answer. Check your connection, then try again.';
  }
}
