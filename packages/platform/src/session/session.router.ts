import { SwitchOrganization } from '@ringfence/domain/organizations';
import { router, signedInProcedure } from '@ringfence/identity/trpc';
import { describeSession } from './describe-session.ts';
import { switchOrganization } from './switch-organization.ts';

export const sessionRouter = router({
  /** Who is signed in, and where they belong. */
  me: signedInProcedure.query(({ ctx }) => describeSession(ctx.tenancy, ctx.outside, ctx.signedIn)),
  /** Makes another of one's organisations the active one. */
  switch: signedInProcedure
    .input(SwitchOrganization)
    .mutation(({ ctx, input }) => switchOrganization(ctx.tenancy, ctx.outside, ctx.signedIn, input)),
});
