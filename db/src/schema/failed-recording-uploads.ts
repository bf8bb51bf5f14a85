import { RECORDING_FAILURE_REASONS } from '@ringfence/domain/recordings';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { callLogs } from './call-logs.ts';
import { recordings } from './recordings.ts';

/** One failed attempt to store a recording; its call is found through `call_logs`. */
export const failedRecordingUploads = pgTable(
  'failed_recording_uploads',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    recordingId: uuid('recording_id').notNull(),
    callLogId: uuid('call_log_id').notNull(),
    attempt: integer('attempt').notNull(),
    reason: text('reason', { enum: RECORDING_FAILURE_REASONS }).notNull(),
    message: text('message').notNull(),
    failedAt: timestamp('failed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.recordingId, table.attempt),
    foreignKey({ columns: [table.orgId, table.recordingId], foreignColumns: [recordings.orgId, recordings.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.callLogId], foreignColumns: [callLogs.orgId, callLogs.id] }).onDelete('cascade'),
    index('idx_failed_recording_uploads_org_call_log_id').on(table.orgId, table.callLogId),
  ],
);
