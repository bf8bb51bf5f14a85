import type { AddMember } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';

/** Makes a user a member, or gives a member another role. */
export async function addMember(db: TenantDb, { userId, role }: AddMember): Promise<void> {
  await db
    .insert(memberships)
    .values({ orgId: db.orgId, userId, role })
    .onConflictDoUpdate({ target: [memberships.orgId, memberships.userId], set: { role } });
  await writeAudit(db, { action: 'member.add', target: userId });
}
