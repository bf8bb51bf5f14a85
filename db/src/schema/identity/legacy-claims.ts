import { sql } from 'drizzle-orm';
import { bigint, index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organizations } from '../organizations.ts';
import { identitySchema } from './identity-schema.ts';

/** Members who came in by `user_metadata.org_id`, for the operator alone. */
export const legacyClaims = identitySchema.table(
  'legacy_claims',
  {
    issuer: text('issuer').notNull(),
    userId: uuid('user_id').notNull(),
    namedOrgId: uuid('named_org_id')
      .notNull()
      .references(() => organizations.orgId, { onDelete: 'cascade' }),
    uses: bigint('uses', { mode: 'number' })
      .notNull()
      .default(sql`1`),
    firstUsedAt: timestamp('first_used_at', { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.userId, table.namedOrgId] }),
    index('idx_legacy_claims_named_org_id').on(table.namedOrgId),
  ],
);
