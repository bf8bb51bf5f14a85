export { type Role, ROLES } from './role.ts';
export { AddMember } from './add-member.ts';
