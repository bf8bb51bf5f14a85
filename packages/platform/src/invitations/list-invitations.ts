import type { InvitationStatus } from '@ringfence/domain/invitations';
import { invitations } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { desc, eq } from 'drizzle-orm';
import type { ProceduresOutside } from '../outside/outside.ts';

const SHOWN = 200;

/** The newest invitations, whatever became of them; `invitedBy` is a name, or null for somebody who is gone. */
export async function listInvitations(db: TenantReader, outside: Pick<ProceduresOutside, 'findUsers'>) {
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      inviterId: invitations.inviterId,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .where(eq(invitations.orgId, db.orgId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(SHOWN);
  const inviters = await outside.findUsers([...new Set(rows.map(({ inviterId }) => inviterId))]);
  const names = new Map(inviters.map(({ id, name, email }) => [id, name ?? email]));
  return {
    items: rows.map(({ inviterId, acceptedAt, revokedAt, ...row }) => ({
      ...row,
      invitedBy: names.get(inviterId) ?? null,
      status: statusOf({ acceptedAt, revokedAt, expiresAt: row.expiresAt }),
    })),
  };
}

function statusOf(row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }): InvitationStatus {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt.getTime() <= Date.now() ? 'expired' : 'open';
}
