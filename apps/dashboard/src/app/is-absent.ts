import type { RingfenceRouter } from '@ringfence/client';
import { isTRPCClientError } from '@trpc/client';

/** What is absent, another organisation's, or can't be an id at all: three things that look the same from here. */
export function isAbsent(error: unknown): boolean {
  const code = isTRPCClientError<RingfenceRouter>(error) ? error.data?.code : undefined;
  return code === 'NOT_FOUND' || code === 'BAD_REQUEST';
}
