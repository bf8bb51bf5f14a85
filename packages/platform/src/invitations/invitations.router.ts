import { InvitationToken } from '@ringfence/domain/invitations';
import { router, signedInProcedure } from '@ringfence/identity/trpc';
import { acceptInvitation } from './accept-invitation.ts';
import { describeInvitation } from './describe-invitation.ts';

export const invitationsRouter = router({
  /** What a link leads to. Whoever it is bound to. */
  describe: signedInProcedure
    .input(InvitationToken)
    .query(({ ctx, input }) => describeInvitation(ctx.tenancy, ctx.outside, ctx.signedIn, input)),
  /** Joins the organisation. Whoever the link is bound to, once. */
  accept: signedInProcedure
    .input(InvitationToken)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.tenancy, ctx.outside, ctx.signedIn, input)),
});
