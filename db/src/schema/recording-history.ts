import { RECORDING_FAILURE_REASONS, RECORDING_STEP_KINDS } from '@ringfence/domain/recordings';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { recordings } from './recordings.ts';

/** What happened to a recording, step by step, in our words; its coming and its storing its own row tells. */
export const recordingHistory = pgTable(
  'recording_history',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    recordingId: uuid('recording_id').notNull(),
    at: timestamp('at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    kind: text('kind', { enum: RECORDING_STEP_KINDS }).notNull(),
    attempt: integer('attempt').notNull(),
    reason: text('reason', { enum: RECORDING_FAILURE_REASONS }),
    message: text('message'),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId, table.recordingId], foreignColumns: [recordings.orgId, recordings.id] }).onDelete('cascade'),
    index('idx_recording_history_org_recording_id').on(table.orgId, table.recordingId, table.at),
  ],
);
