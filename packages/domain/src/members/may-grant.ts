import { type Role, ROLES } from './role.ts';

/** Whether somebody of the role `own` may give or take the role `other`: never one above their own. */
export function mayGrant(own: Role, other: Role): boolean {
  return ROLES.indexOf(own) <= ROLES.indexOf(other);
}
