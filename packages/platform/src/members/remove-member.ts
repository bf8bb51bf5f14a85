import { NotFound } from '@ringfence/domain';
import { memberships } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';

/** Ends a membership at once: the next request of that user is refused. @throws NotFound if there is none. */
export async function removeMember(db: TenantDb, { userId }: { userId: string }): Promise<void> {
  const [removed] = await db
    .delete(memberships)
    .where(and(eq(memberships.orgId, db.orgId), eq(memberships.userId, userId)))
    .returning({ id: memberships.id });
  if (!removed) throw new NotFound('member');
  await writeAudit(db, { action: 'member.remove', target: userId });
}
