export { InvitationToken } from './invitation-token.ts';
export type { InvitationStatus } from './invitation-status.ts';
export { InviteMember } from './invite-member.ts';
export { RevokeInvitation } from './revoke-invitation.ts';
