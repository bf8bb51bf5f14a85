import { HALT_REASONS } from '@ringfence/domain/recordings';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './organizations.ts';

/** When a folder of an organisation's storage is compared with its rows next, and what the last look came to. */
export const objectReviews = pgTable(
  'object_reviews',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    folder: text('folder').notNull().default('recordings'),
    nextAt: timestamp('next_at', { withTimezone: true }).notNull(),
    lookedAt: timestamp('looked_at', { withTimezone: true }),
    objects: integer('objects').notNull().default(0),
    recordings: integer('recordings').notNull().default(0),
    removed: integer('removed').notNull().default(0),
    fetched: integer('fetched').notNull().default(0),
    unknown: integer('unknown').notNull().default(0),
    unfinished: integer('unfinished').notNull().default(0),
    halted: text('halted', { enum: HALT_REASONS }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    unique().on(table.orgId, table.folder),
    index('idx_object_reviews_next_at').on(table.nextAt),
  ],
);
