import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** As much of three of the application's tables as the kernel's tests touch: the kernel itself knows none of them. */
export const leads = pgTable('leads', {
  orgId: uuid('org_id').notNull(),
  id: uuid('id').notNull().defaultRandom(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
});

export const memberships = pgTable('memberships', {
  orgId: uuid('org_id').notNull(),
  userId: uuid('user_id').notNull(),
  role: text('role').notNull(),
});

export const apiKeys = pgTable('api_keys', {
  orgId: uuid('org_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});
