import { boolean, pgTable, timestamp } from 'drizzle-orm/pg-core';

/** Belongs to no tenant: when a server last said that it takes messages, and the last time that none did. */
export const intake = pgTable('intake', {
  isOnly: boolean('is_only').primaryKey().default(true),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  pausedFrom: timestamp('paused_from', { withTimezone: true }),
  pausedUntil: timestamp('paused_until', { withTimezone: true }),
});
