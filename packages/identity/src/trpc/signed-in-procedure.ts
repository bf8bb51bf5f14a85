import { procedure } from './trpc.ts';

/** For whoever is signed in, with or without an organisation. */
export const signedInProcedure = procedure.use(async ({ ctx, next }) => next({ ctx: { signedIn: await ctx.identify() } }));
