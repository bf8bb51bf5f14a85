export { type Role, ROLES } from './role.ts';
export { AddMember } from './add-member.ts';
export { ChangeRole } from './change-role.ts';
export { ListMembers } from './list-members.ts';
export { mayGrant } from './may-grant.ts';
export { RemoveMember } from './remove-member.ts';
