import type { AddMember } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';
import { keepingAnOwner } from './keeping-an-owner.ts';
import { ownRank } from './own-rank.ts';

/** Makes a user a member, or gives a member another role. @throws Forbidden for a role above one's own; Conflict for the last owner. */
export async function addMember(db: TenantDb, { userId, role }: AddMember): Promise<void> {
  const rank = await ownRank(db);
  rank.refuseAbove(role);
  await keepingAnOwner(
    db
      .insert(memberships)
      .values({ orgId: db.orgId, userId, role })
      .onConflictDoUpdate({ target: [memberships.orgId, memberships.userId], set: { role } }),
  );
  await writeAudit(db, { action: 'member.add', target: userId });
}
