import type { Permission } from '@ringfence/domain';
import { initTRPC } from '@trpc/server';
import { formatError } from './format-error.ts';
import type { RequestContext } from './request-context.ts';
import { translateFailure } from './translate-failure.ts';

/** A silent stream is dead: the server speaks every 3 s, and a client that hears nothing for 10 s connects again. */
const PING_MS = 3_000;
const SILENCE_MS = 10_000;

export interface ProcedureMeta {
  /** What the caller's role must hold; missing where no organisation is needed. */
  readonly permission?: Permission;
  /** A mutation that may run again, whole, when Postgres gave its transaction up for another's. */
  readonly isRepeatable?: boolean;
  /** A mutation that asks all its statements at once: one round trip, committed when it answers. */
  readonly isOneTrip?: boolean;
}

const trpc = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: formatError,
    sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: SILENCE_MS } },
  });

export const router = trpc.router;

/** The root of all procedures: it knows nobody yet, and puts our failures into tRPC's words. */
export const procedure = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw translateFailure(result.error);
  return result;
});
