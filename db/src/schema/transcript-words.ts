import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { callLogs } from './call-logs.ts';
import { tsvector } from './tsvector.ts';

/** The words that were said on a leg, whose id it has: what a search finds transcripts by. */
export const transcriptWords = pgTable(
  'transcript_words',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId, table.id], foreignColumns: [callLogs.orgId, callLogs.id] }).onDelete('cascade'),
    index('idx_transcript_words_words').using('gin', table.words),
  ],
);
