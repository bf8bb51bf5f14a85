import type { RingfenceRouter } from '@ringfence/client';
import { isTRPCClientError } from '@trpc/client';

/** Whether asking again may help: yes when nobody answered or the server stumbled, no when it said no. */
export function isWorthRetrying(error: unknown): boolean {
  if (!isTRPCClientError<RingfenceRouter>(error)) return true;
  const status = error.data?.httpStatus;
  return status === undefined || status >= 500;
}
