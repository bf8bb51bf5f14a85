export { addMember } from './add-member.ts';
export { removeMember } from './remove-member.ts';
