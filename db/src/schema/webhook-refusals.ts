import { REFUSAL_REASONS } from '@ringfence/domain/connections';
import { sql } from 'drizzle-orm';
import { date, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { connections } from './connections.ts';

/** Webhooks turned away, counted by connection, day (UTC) and reason. */
export const webhookRefusals = pgTable(
  'webhook_refusals',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    connectionId: uuid('connection_id').notNull(),
    day: date('day').notNull(),
    reason: text('reason', { enum: REFUSAL_REASONS }).notNull(),
    count: integer('count').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.day, table.reason),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }).onDelete('cascade'),
  ],
);
