import { refuseUnstorable } from './refuse-unstorable.ts';
import { procedure } from './trpc.ts';

/** For whoever holds a valid token: a person or an API key. What nobody could store is refused before a tenant is entered. */
export const identifiedProcedure = procedure
  .use(async ({ ctx, next }) => next({ ctx: { signedIn: await ctx.identify() } }))
  .use(async ({ getRawInput, next }) => {
    refuseUnstorable(await getRawInput());
    return next();
  });
