import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { connections } from './connections.ts';

/** Each message as it came, byte for byte; its leg is found by the provider's reference. Parked: genuine, but not understood. */
export const providerEvents = pgTable(
  'provider_events',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    connectionId: uuid('connection_id').notNull(),
    reference: text('reference'),
    dedupeKey: text('dedupe_key').notNull(),
    kind: text('kind').notNull(),
    outcome: text('outcome', { enum: ['applied', 'ignored', 'parked'] }).notNull(),
    parkedReason: text('parked_reason'),
    contentType: text('content_type').notNull(),
    body: bytea('body').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
    source: text('source', { enum: ['callback', 'list'] })
      .notNull()
      .default('callback'),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.dedupeKey),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }),
    index('idx_provider_events_org_reference').on(table.orgId, table.connectionId, table.reference),
    index('idx_provider_events_org_connection_id_received_at').on(table.orgId, table.connectionId, table.receivedAt.desc().nullsFirst()),
    index('idx_provider_events_org_connection_id_parked')
      .on(table.orgId, table.connectionId, table.receivedAt.desc().nullsFirst())
      .where(sql`outcome = 'parked'`),
  ],
);
