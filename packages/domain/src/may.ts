import type { Role } from './members/role.ts';
import { type Permission, PERMISSIONS } from './permission.ts';

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(role);
}
