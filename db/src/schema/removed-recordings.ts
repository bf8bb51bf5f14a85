import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { connections } from './connections.ts';

/** A recording that was removed, by its own id. Written by the database alone, however the row went. */
export const removedRecordings = pgTable(
  'removed_recordings',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    reference: text('reference').notNull(),
    leaseNumber: integer('lease_number').notNull(),
    removedAt: timestamp('removed_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    objectsGoneAt: timestamp('objects_gone_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.reference),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }).onDelete('cascade'),
    index('idx_removed_recordings_org_unsettled')
      .on(table.orgId, table.removedAt)
      .where(sql`objects_gone_at is null`),
  ],
);
