export { addMember } from './add-member.ts';
export { changeRole } from './change-role.ts';
export { removeMember } from './remove-member.ts';
