import { CALL_DIRECTIONS, LEG_STATUSES } from '@ringfence/domain/calls';
import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { calls } from './calls.ts';
import { connections } from './connections.ts';

/** A leg or attempt as the provider reported it: facts that only grow, so that events may come in any order. */
export const callLogs = pgTable(
  'call_logs',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    callId: uuid('call_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    reference: text('reference').notNull(),
    parentReference: text('parent_reference'),
    relatedReference: text('related_reference'),
    direction: text('direction', { enum: CALL_DIRECTIONS }),
    status: text('status', { enum: LEG_STATUSES }),
    sequence: integer('sequence'),
    fromNumber: text('from_number'),
    toNumber: text('to_number'),
    fromAddress: text('from_address'),
    toAddress: text('to_address'),
    startedAt: timestamp('started_at', { withTimezone: true }),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    talkSeconds: integer('talk_seconds'),
    endedReason: text('ended_reason'),
    summary: text('summary'),
    costMicros: bigint('cost_micros', { mode: 'number' }),
    agentName: text('agent_name'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.reference),
    foreignKey({ columns: [table.orgId, table.callId], foreignColumns: [calls.orgId, calls.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }),
    index('idx_call_logs_org_created_at').on(table.orgId, table.createdAt.desc().nullsFirst()),
    index('idx_call_logs_org_status').on(table.orgId, table.status),
    index('idx_call_logs_org_call_id').on(table.orgId, table.callId),
    index('idx_call_logs_org_reference').on(table.orgId, table.reference),
    index('idx_call_logs_org_related_reference')
      .on(table.orgId, table.relatedReference)
      .where(sql`related_reference is not null`),
    index('idx_call_logs_org_parent_reference')
      .on(table.orgId, table.parentReference)
      .where(sql`parent_reference is not null`),
  ],
);
