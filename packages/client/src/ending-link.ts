import type { TRPCLink } from '@trpc/client';
import type { RingfenceRouter } from './ringfence-router.ts';

/** Gives up every request, retry and stream once `signal` ends, besides each caller's own. */
export function endingLink(signal: AbortSignal): TRPCLink<RingfenceRouter> {
  return () =>
    ({ op, next }) =>
      next({ ...op, signal: op.signal ? AbortSignal.any([op.signal, signal]) : signal });
}
