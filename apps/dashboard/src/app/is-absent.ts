import { isTRPCClientError } from '@trpc/client';

/** What is absent, another organisation's, or can't be an id at all: three things that look the same from here. */
export function isAbsent(error: unknown): boolean {
  if (!isTRPCClientError(error) || !error.data || !('code' in error.data)) return false;
  return error.data.code === 'NOT_FOUND' || error.data.code === 'BAD_REQUEST';
}
