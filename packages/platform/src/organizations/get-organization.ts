import { NotFound, type Permission, PERMISSIONS } from '@ringfence/domain';
import { organizations } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';

/** The organisation one is in, with what one may do there. */
export async function getOrganization(db: TenantDb) {
  const [found] = await db
    .select({ id: organizations.orgId, name: organizations.name, timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.orgId, db.orgId));
  if (!found) throw new NotFound('organisation');
  return { ...found, role: db.role, permissions: permissionsOf(db.role) };
}

function permissionsOf(role: string): Permission[] {
  const granted = Object.entries(PERMISSIONS).filter(([, roles]: [string, readonly string[]]) => roles.includes(role));
  return granted.map(([permission]) => permission as Permission);
}
