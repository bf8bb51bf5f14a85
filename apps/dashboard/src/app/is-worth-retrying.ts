import { isTRPCClientError } from '@trpc/client';

/** Whether asking again may help: yes when nobody answered or the server stumbled, no when it said no. */
export function isWorthRetrying(error: unknown): boolean {
  if (!isTRPCClientError(error)) return true;
  const status: unknown = error.data && 'httpStatus' in error.data ? error.data.httpStatus : undefined;
  return typeof status !== 'number' || status >= 500;
}
