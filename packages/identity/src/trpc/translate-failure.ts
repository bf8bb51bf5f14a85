import { type Failure, isFailure } from '@ringfence/domain';
import { TRPCError } from '@trpc/server';
import { TokenRefused } from '../tokens/token-refused.ts';

type Code = TRPCError['code'];

const CODES = {
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  'rate-limited': 'TOO_MANY_REQUESTS',
  'invalid-input': 'BAD_REQUEST',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<Failure['kind'], Code>;

/** A failure of ours in tRPC's words; whatever isn't one stays what it is. */
export function translateFailure(error: unknown): unknown {
  const failure = error instanceof TRPCError && error.code === 'INTERNAL_SERVER_ERROR' ? error.cause : error;
  if (failure instanceof TokenRefused) return new TRPCError({ code: 'UNAUTHORIZED', message: failure.message, cause: failure });
  if (isFailure(failure)) return new TRPCError({ code: CODES[failure.kind], message: failure.message, cause: failure });
  return error;
}
