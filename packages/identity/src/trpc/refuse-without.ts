import { Forbidden, may, type Permission } from '@ringfence/domain';
import { ROLES } from '@ringfence/domain/members';
import type { TenantDb } from '@ringfence/tenancy';

/** Asks the role that the database gave at this very entry, whatever a token says. @throws Forbidden */
export function refuseWithout(permission: Permission, db: Pick<TenantDb, 'role'>): void {
  const role = ROLES.find((known) => known === db.role);
  if (!role || !may(role, permission)) throw new Forbidden('Your role in this organisation does not allow that.');
}
