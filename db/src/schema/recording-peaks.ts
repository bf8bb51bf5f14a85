import { sql } from 'drizzle-orm';
import { foreignKey, integer, pgTable, primaryKey, smallint, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { recordings } from './recordings.ts';

/** How loud a stored recording is along its length, a byte for each bucket, channel after channel. Goes with its recording. */
export const recordingPeaks = pgTable(
  'recording_peaks',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    recordingId: uuid('recording_id').notNull(),
    bucketMs: integer('bucket_ms').notNull(),
    channels: smallint('channels').notNull(),
    levels: bytea('levels').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.recordingId),
    foreignKey({ columns: [table.orgId, table.recordingId], foreignColumns: [recordings.orgId, recordings.id] }).onDelete('cascade'),
  ],
);
