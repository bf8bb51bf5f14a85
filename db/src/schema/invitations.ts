import { ROLES } from '@ringfence/domain/members';
import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { organizations } from './organizations.ts';

/** Who was asked in, by the address; good once, until it expires, and while whoever asked may still give the role. */
export const invitations = pgTable(
  'invitations',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    tokenSha256: bytea('token_sha256').notNull(),
    inviterKind: text('inviter_kind').notNull(),
    inviterId: text('inviter_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    acceptedBy: uuid('accepted_by'),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    index('idx_invitations_org_created_at').on(table.orgId, table.createdAt.desc().nullsFirst()),
    index('idx_invitations_token_sha256').on(table.tokenSha256),
  ],
);
