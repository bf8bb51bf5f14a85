import { NotAdmitted } from '@ringfence/domain';
import { TokenRefused } from '../tokens/token-refused.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';
import { tellMisses } from './tell-misses.ts';
import { procedure } from './trpc.ts';

/** For whoever holds a valid token: a person or an API key. What nobody could store is refused before a tenant is entered. */
export const identifiedProcedure = procedure
  .use(async ({ ctx, next, path, getRawInput }) => {
    const signedIn = await ctx.identify();
    const result = await next({ ctx: { signedIn } });
    return tellMisses(result, { signedIn, procedure: path, getRawInput, onMiss: ctx.onMiss });
  })
  .use(async ({ ctx, next }) => {
    const result = await next();
    // A key that its organisation lets in no more is a token that isn't valid.
    if (!result.ok && ctx.signedIn.actor.kind === 'api-key' && result.error.cause instanceof NotAdmitted)
      throw new TokenRefused(result.error.cause);
    return result;
  })
  .use(async ({ getRawInput, next }) => {
    refuseUnstorable(await getRawInput());
    return next();
  });
