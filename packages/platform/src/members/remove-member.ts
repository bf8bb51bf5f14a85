import { Conflict, Forbidden, may } from '@ringfence/domain';
import type { RemoveMember } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { findRole } from './find-role.ts';
import { keepingAnOwner } from './keeping-an-owner.ts';
import { ownRank } from './own-rank.ts';

/**
 * Ends a membership at once: the next request of that user is refused. Everybody may end their own.
 * @throws NotFound if there is none; Forbidden for whoever may not remove members, or not this one; Conflict for the last owner.
 */
export async function removeMember(db: TenantDb, { userId }: RemoveMember): Promise<RemoveMember> {
  const rank = await ownRank(db);
  const isOwn = db.actor.kind === 'user' && db.actor.id === userId;
  const role = await findRole(db, userId);
  if (!isOwn && rank.role !== null && !may(rank.role, 'members.write')) {
    throw new Forbidden('Your role in this organisation does not allow that.');
  }
  if (!isOwn) rank.refuseAbove(role);
  const [removed] = await keepingAnOwner(
    db
      .delete(memberships)
      .where(and(eq(memberships.orgId, db.orgId), eq(memberships.userId, userId), eq(memberships.role, role)))
      .returning({ userId: memberships.userId }),
  );
  if (!removed) throw new Conflict('The role was changed meanwhile. Look again.');
  await writeAudit(db, { action: isOwn ? 'member.leave' : 'member.remove', target: userId });
  return removed;
}
