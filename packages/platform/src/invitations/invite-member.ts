import { createHash, randomBytes } from 'node:crypto';
import { Conflict, RateLimited } from '@ringfence/domain';
import type { InviteMember } from '@ringfence/domain/invitations';
import { invitations, memberships, organizations } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { ownRank } from '../members/own-rank.ts';
import type { ProceduresOutside } from '../outside/outside.ts';
import { invitationMail } from './invitation-mail.ts';

const TOKEN_BYTES = 32;
const MOST_A_DAY = 200;
const HOUR_MS = 3_600_000;

/** An invitation as it is told this once; of its link only a hash is kept. */
export interface NewInvitation {
  readonly id: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/**
 * Asks somebody in, in place of what was sent to the same address before. The mail is handed on before the commit, which a reader
 * can't outrun; should that fail, its link is like one that never was.
 * @throws Forbidden for a role above one's own; Conflict for a member; RateLimited for very many a day.
 */
export async function inviteMember(
  db: TenantDb,
  outside: Pick<ProceduresOutside, 'findUserByEmail' | 'postMail' | 'publicUrl'>,
  { email, role }: InviteMember,
): Promise<NewInvitation> {
  const rank = await ownRank(db);
  rank.refuseAbove(role);
  await refuseMember(db, await outside.findUserByEmail(email));
  await refuseMany(db);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const [organization] = await db.select({ name: organizations.name }).from(organizations).where(eq(organizations.orgId, db.orgId));
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(invitations.orgId, db.orgId), eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    );
  const [made] = await db
    .insert(invitations)
    .values({
      orgId: db.orgId,
      email,
      role,
      tokenSha256: createHash('sha256').update(token).digest(),
      inviterKind: db.actor.kind,
      inviterId: db.actor.id,
      expiresAt: sql`now() + interval '7 days'`,
    })
    .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
  if (!made || !organization) throw new Error('an inserted invitation gave no row');
  await writeAudit(db, { action: 'invitation.create', target: made.id, detail: { role } });
  const link = `${outside.publicUrl}/invitations/accept?token=${token}`;
  outside.postMail(invitationMail({ email, role, organizationName: organization.name, link }));
  return { ...made, link };
}

async function refuseMember(db: TenantDb, user: { id: string } | null): Promise<void> {
  if (!user) return;
  const isMember = await db.$count(memberships, and(eq(memberships.orgId, db.orgId), eq(memberships.userId, user.id)));
  if (isMember > 0) throw new Conflict('This person is a member already.');
}

async function refuseMany(db: TenantDb): Promise<void> {
  const sent = await db.$count(invitations, and(eq(invitations.orgId, db.orgId), gt(invitations.createdAt, sql`now() - interval '1 day'`)));
  if (sent >= MOST_A_DAY) throw new RateLimited(HOUR_MS);
}
