import { Conflict } from '@ringfence/domain';
import type { ChangeRole } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { findRole } from './find-role.ts';
import { keepingAnOwner } from './keeping-an-owner.ts';
import { ownRank } from './own-rank.ts';

/**
 * Gives a member another role, from their next request on.
 * @throws NotFound if there is no such member; Forbidden for a role above one's own, given or taken; Conflict for the last owner.
 */
export async function changeRole(db: TenantDb, { userId, role }: ChangeRole): Promise<ChangeRole> {
  const rank = await ownRank(db);
  rank.refuseAbove(role);
  const before = await findRole(db, userId);
  rank.refuseAbove(before);
  const [changed] = await keepingAnOwner(
    db
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.orgId, db.orgId), eq(memberships.userId, userId), eq(memberships.role, before)))
      .returning({ userId: memberships.userId, role: memberships.role }),
  );
  if (!changed) throw new Conflict('The role was changed meanwhile. Look again.');
  await writeAudit(db, { action: 'member.change-role', target: userId, detail: { from: before, to: role } });
  return changed;
}
