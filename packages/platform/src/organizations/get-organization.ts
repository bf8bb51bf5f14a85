import { NotFound, type Permission, PERMISSIONS } from '@ringfence/domain';
import { organizations } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';

/** The organisation one is in, with what one may do there. */
export async function getOrganization(db: TenantReader) {
  const [[found], role] = await Promise.all([
    db
      .select({ id: organizations.orgId, name: organizations.name, timeZone: organizations.timeZone })
      .from(organizations)
      .where(eq(organizations.orgId, db.orgId)),
    db.role(),
  ]);
  if (!found) throw new NotFound('organisation');
  return { ...found, role, permissions: permissionsOf(role) };
}

function permissionsOf(role: string): Permission[] {
  const granted = Object.entries(PERMISSIONS).filter(([, roles]: [string, readonly string[]]) => roles.includes(role));
  return granted.map(([permission]) => permission as Permission);
}
