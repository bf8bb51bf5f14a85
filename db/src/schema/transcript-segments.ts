import { SPEAKERS } from '@ringfence/domain/transcripts';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { callLogs } from './call-logs.ts';
import { calls } from './calls.ts';

/** What was said, a turn a row; milliseconds from the start of the conversation. */
export const transcriptSegments = pgTable(
  'transcript_segments',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    callId: uuid('call_id').notNull(),
    callLogId: uuid('call_log_id').notNull(),
    position: integer('position').notNull(),
    speaker: text('speaker', { enum: SPEAKERS }).notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.callLogId, table.position),
    foreignKey({ columns: [table.orgId, table.callId], foreignColumns: [calls.orgId, calls.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.orgId, table.callLogId], foreignColumns: [callLogs.orgId, callLogs.id] }).onDelete('cascade'),
    index('idx_transcript_segments_org_call_id').on(table.orgId, table.callId, table.startMs),
  ],
);
