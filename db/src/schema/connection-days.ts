import { sql } from 'drizzle-orm';
import { date, foreignKey, integer, pgTable, primaryKey, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { connections } from './connections.ts';

/** What a provider's list had of a day at the last look, how much of it was here after it, and how much looks brought. */
export const connectionDays = pgTable(
  'connection_days',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    connectionId: uuid('connection_id').notNull(),
    day: date('day').notNull(),
    listedCalls: integer('listed_calls').notNull(),
    knownCalls: integer('known_calls').notNull(),
    listedRecordings: integer('listed_recordings').notNull(),
    knownRecordings: integer('known_recordings').notNull(),
    found: integer('found').notNull().default(0),
    lookedAt: timestamp('looked_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.day),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }).onDelete('cascade'),
  ],
);
