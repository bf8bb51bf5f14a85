import { LIST_FAILURES } from '@ringfence/domain/connections';
import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { connections } from './connections.ts';

/** How far a connection is known to be complete, by its provider's own list. What began before `completeUntil` is over, and here. */
export const connectionLooks = pgTable(
  'connection_looks',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    connectionId: uuid('connection_id').notNull(),
    completeUntil: timestamp('complete_until', { withTimezone: true }),
    lookedAt: timestamp('looked_at', { withTimezone: true }),
    askedAt: timestamp('asked_at', { withTimezone: true }),
    nextLookAt: timestamp('next_look_at', { withTimezone: true }).defaultNow(),
    failedAt: timestamp('failed_at', { withTimezone: true }),
    failureReason: text('failure_reason', { enum: LIST_FAILURES }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }).onDelete('cascade'),
    index('idx_connection_looks_next_look_at').on(table.nextLookAt),
    index('idx_connection_looks_asked_at').on(table.askedAt),
  ],
);
