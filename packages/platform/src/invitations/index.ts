export { inviteMember, type NewInvitation } from './invite-member.ts';
