import { sql } from 'drizzle-orm';
import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';
import { users } from './users.ts';

/** A sign-in. `activeOrgId` is a wish: the membership is looked up wherever it is used. */
export const sessions = identitySchema.table(
  'sessions',
  {
    id: uuid('id')
      .primaryKey()
      .default(sql`public.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    activeOrgId: uuid('active_org_id'),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('idx_sessions_user_id').on(table.userId)],
);
