import { procedure } from './trpc.ts';

/** For whoever the bearer token names, a person or a program. */
export const identifiedProcedure = procedure.use(async ({ ctx, next }) => next({ ctx: { signedIn: await ctx.identify() } }));
