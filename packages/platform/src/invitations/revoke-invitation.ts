import { NotFound } from '@ringfence/domain';
import type { RevokeInvitation } from '@ringfence/domain/invitations';
import { invitations } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { ownRank } from '../members/own-rank.ts';

/** Takes an invitation back: its link is like one that never was. @throws NotFound if there is none that is open. */
export async function revokeInvitation(db: TenantDb, { id }: RevokeInvitation): Promise<{ id: string }> {
  await ownRank(db);
  const [revoked] = await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.orgId, db.orgId), eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  if (!revoked) throw new NotFound('invitation');
  await writeAudit(db, { action: 'invitation.revoke', target: revoked.id });
  return revoked;
}
