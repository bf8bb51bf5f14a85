import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { RingfenceRouter } from './ringfence-router.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';

/**
 * Asks again what `waitBeforeRetry` allows, each entry of a batch for itself, and gives up at once when the caller does. tRPC's own
 * retryLink tells its delay neither the error nor `Retry-After`, and leaves an aborted entry of a batch waiting for the others.
 */
export const retryLink: TRPCLink<RingfenceRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let asked: { unsubscribe(): void } | undefined;
      let attempt = 0;

      function ask(): void {
        attempt += 1;
        asked = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            const waitMs = op.signal?.aborted ? null : waitBeforeRetry({ type: op.type, error, attempt });
            if (waitMs === null) observer.error(error);
            else timer = setTimeout(ask, waitMs);
          },
        });
      }

      function stop(): void {
        clearTimeout(timer);
        op.signal?.removeEventListener('abort', abort);
        asked?.unsubscribe();
      }

      function abort(): void {
        observer.error(TRPCClientError.from(new DOMException('The request was aborted.', 'AbortError')));
        stop();
      }

      if (op.signal?.aborted) return abort();
      op.signal?.addEventListener('abort', abort);
      ask();
      return stop;
    });
