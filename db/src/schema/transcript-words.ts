import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { callLogs } from './call-logs.ts';
import { tsvector } from './tsvector.ts';

/** The words that were said on a leg, in one row: what a search finds transcripts by. */
export const transcriptWords = pgTable(
  'transcript_words',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    callLogId: uuid('call_log_id').notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId, table.callLogId], foreignColumns: [callLogs.orgId, callLogs.id] }).onDelete('cascade'),
    index('idx_transcript_words_org_call_log_id').on(table.orgId, table.callLogId),
    index('idx_transcript_words_words').using('gin', table.words),
  ],
);
