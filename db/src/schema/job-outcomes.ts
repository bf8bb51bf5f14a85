import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Belongs to no tenant: how often jobs of a name ended in which way, and why, of all organisations together. */
export const jobOutcomes = pgTable(
  'job_outcomes',
  {
    job: text('job').notNull(),
    outcome: text('outcome').notNull(),
    reason: text('reason').notNull().default(''),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.job, table.outcome, table.reason] })],
);
