import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Belongs to no tenant: which worker pools live. The jobs of a silent one are given back. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  poolId: text('pool_id').primaryKey(),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
});
