import { InviteMember, RevokeInvitation } from '@ringfence/domain/invitations';
import { ChangeRole, ListMembers, RemoveMember } from '@ringfence/domain/members';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { z } from 'zod';
import { inviteMember } from '../invitations/invite-member.ts';
import { listInvitations } from '../invitations/list-invitations.ts';
import { revokeInvitation } from '../invitations/revoke-invitation.ts';
import { changeRole } from './change-role.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';

export const membersRouter = router({
  /** Who belongs to the organisation. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'members.read' })
    .input(ListMembers.optional())
    .query(({ ctx, input }) => listMembers(ctx.db, ctx.outside, input ?? {})),
  /** Gives a member another role. Owners and admins; owners are made and unmade by owners alone. */
  changeRole: protectedOrgProcedure
    .meta({ permission: 'members.write' })
    .input(ChangeRole)
    .mutation(({ ctx, input }) => changeRole(ctx.db, input)),
  /** Ends a membership. Owners and admins; one's own everybody, but for the last owner. */
  remove: protectedOrgProcedure
    .meta({ permission: 'members.leave' })
    .input(RemoveMember)
    .mutation(({ ctx, input }) => removeMember(ctx.db, input)),
  /** Asks somebody in; tells the link this once. Owners and admins, up to their own role. */
  invite: protectedOrgProcedure
    .meta({ permission: 'invitations.write' })
    .input(InviteMember)
    .mutation(({ ctx, input }) => inviteMember(ctx.db, ctx.outside, input)),
  /** Who was asked in, and what became of it. Owners and admins. */
  invitations: protectedOrgProcedure
    .meta({ permission: 'invitations.read' })
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listInvitations(ctx.db, ctx.outside)),
  /** Takes an invitation back before it is used. Owners and admins. */
  revokeInvitation: protectedOrgProcedure
    .meta({ permission: 'invitations.write' })
    .input(RevokeInvitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.db, input)),
});
