import { CALL_DIRECTIONS, CALL_STATUSES } from '@ringfence/domain/calls';
import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { connections } from './connections.ts';
import { organizations } from './organizations.ts';

/** A conversation, derived from its legs. Talking time is `durationSeconds`, ringing is kept apart. */
export const calls = pgTable(
  'calls',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    connectionId: uuid('connection_id').notNull(),
    direction: text('direction', { enum: CALL_DIRECTIONS }).notNull(),
    status: text('status', { enum: CALL_STATUSES }).notNull(),
    fromNumber: text('from_number'),
    toNumber: text('to_number'),
    fromAddress: text('from_address'),
    toAddress: text('to_address'),
    partyNumber: text('party_number').generatedAlwaysAs(sql`case direction when 'inbound' then from_number else to_number end`),
    startedAt: timestamp('started_at', { withTimezone: true, precision: 3 }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    ringSeconds: integer('ring_seconds'),
    durationSeconds: integer('duration_seconds'),
    agentName: text('agent_name'),
    summary: text('summary'),
    endedReason: text('ended_reason'),
    costMicros: bigint('cost_micros', { mode: 'number' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }),
    index('idx_calls_org_started_at').on(table.orgId, table.startedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('idx_calls_org_status_started_at').on(
      table.orgId,
      table.status,
      table.startedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('idx_calls_org_party_number').on(table.orgId, table.partyNumber, table.startedAt.desc().nullsFirst()),
    index('idx_calls_org_updated_at').on(table.orgId, table.updatedAt),
    index('idx_calls_org_connection_id').on(table.orgId, table.connectionId),
    index('idx_calls_running')
      .on(table.startedAt)
      .where(sql`status = any (array['ringing', 'in-progress'])`),
    index('idx_calls_keys').using('gin', sql`public.call_keys(org_id, from_number, to_number, from_address, to_address, summary)`),
  ],
);
