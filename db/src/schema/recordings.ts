import { RECORDING_FAILURE_REASONS, RECORDING_STATUSES } from '@ringfence/domain/recordings';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { callLogs } from './call-logs.ts';
import { calls } from './calls.ts';
import { connections } from './connections.ts';

/** Sound of a call; its bytes are in storage at `org/<orgId>/recordings/<id>`. Only the holder of the newest lease number may finish it. */
export const recordings = pgTable(
  'recordings',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    callId: uuid('call_id').notNull(),
    callLogId: uuid('call_log_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    reference: text('reference').notNull(),
    sourceUrl: text('source_url').notNull(),
    accountId: text('account_id'),
    status: text('status', { enum: RECORDING_STATUSES }).notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    failureReason: text('failure_reason', { enum: RECORDING_FAILURE_REASONS }),
    lastError: text('last_error'),
    leaseNumber: integer('lease_number').notNull().default(0),
    leaseWorker: text('lease_worker'),
    leaseUntil: timestamp('lease_until', { withTimezone: true }),
    contentType: text('content_type'),
    channels: smallint('channels'),
    durationMs: integer('duration_ms'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    sha256: text('sha256'),
    storedAt: timestamp('stored_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    deletesAt: timestamp('deletes_at', { withTimezone: true }),
    isPlayable: boolean('is_playable').notNull().default(true),
    leaseJob: text('lease_job'),
    rounds: smallint('rounds').notNull().default(0),
    retryAt: timestamp('retry_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.connectionId, table.reference),
    foreignKey({ columns: [table.orgId, table.callId], foreignColumns: [calls.orgId, calls.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.callLogId], foreignColumns: [callLogs.orgId, callLogs.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.connectionId], foreignColumns: [connections.orgId, connections.id] }),
    index('idx_recordings_org_call_id').on(table.orgId, table.callId),
    index('idx_recordings_org_call_log_id').on(table.orgId, table.callLogId),
    index('idx_recordings_org_status').on(table.orgId, table.status),
    index('idx_recordings_org_unstored')
      .on(table.orgId, table.id.desc().nullsFirst())
      .where(sql`status <> 'stored'`),
    index('idx_recordings_org_connection_id_unstored')
      .on(table.orgId, table.connectionId, table.status)
      .where(sql`status <> 'stored'`),
    index('idx_recordings_lease_until')
      .on(table.leaseUntil)
      .where(sql`status = 'processing'`),
    index('idx_recordings_retry_at')
      .on(table.retryAt)
      .where(sql`retry_at is not null`),
  ],
);
