import { NotFound } from '@ringfence/domain';
import type { Role } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';

/** A member's role as it stands. @throws NotFound if there is no such member. */
export async function findRole(db: TenantDb, userId: string): Promise<Role> {
  const [member] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.orgId, db.orgId), eq(memberships.userId, userId)));
  if (!member) throw new NotFound('member');
  return member.role;
}
