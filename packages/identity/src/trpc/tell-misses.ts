import { NotAdmitted, RateLimited, Unavailable } from '@ringfence/domain';
import { StatementFailed } from '@ringfence/tenancy';
import { namedIds, tellMiss } from '@ringfence/tenancy/trpc';
import { TRPCError } from '@trpc/server';
import type { SignedIn } from '../tokens/signed-in.ts';
import { TokenRefused } from '../tokens/token-refused.ts';
import type { Miss } from './miss.ts';
import { StreamEnded } from './stream-ended.ts';

interface Asked {
  readonly signedIn: SignedIn;
  readonly procedure: string;
  readonly getRawInput: () => Promise<unknown>;
  readonly onMiss: ((miss: Miss) => void) | undefined;
}

/** Tells the server's hook of a miss that may have been an attempt to cross. The answer is the same with and without. */
export async function tellMisses<Result extends { readonly ok: boolean }>(result: Result, asked: Asked): Promise<Result> {
  const { signedIn, procedure, getRawInput, onMiss } = asked;
  if (!onMiss) return result;
  return tellMiss(result, async (error) => {
    const how = howOf(error);
    if (how === null) return;
    const ids = namedIds(await getRawInput());
    if (how !== 'missing' || ids.length > 0) onMiss({ signedIn, procedure, how, ids });
  });
}

/** Null for what says nothing of what was named: who asked isn't known, or may not ask so often, or somebody else's fault. */
function howOf(error: unknown): Miss['how'] | null {
  const failure = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (failure instanceof TokenRefused && failure.cause instanceof NotAdmitted) return 'not-admitted';
  if (failure instanceof NotAdmitted) return 'not-admitted';
  if (failure instanceof StatementFailed && failure.code === '42501') return 'refused-write';
  const saysNothing = [TokenRefused, RateLimited, Unavailable, StreamEnded].some((kind) => failure instanceof kind);
  return saysNothing ? null : 'missing';
}
