import { index, integer, text, timestamp } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';

/** Attempts by hashed account and hashed network address, counted across servers in windows of fixed length. */
export const rateLimits = identitySchema.table(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('idx_rate_limits_ends_at').on(table.endsAt)],
);
