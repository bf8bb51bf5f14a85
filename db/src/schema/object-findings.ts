import { FINDING_KINDS, FINDING_OUTCOMES } from '@ringfence/domain/recordings';
import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './organizations.ts';

/** An object without a recording, or a stored recording without its object: seen by one look, dealt with by a later one. */
export const objectFindings = pgTable(
  'object_findings',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    kind: text('kind', { enum: FINDING_KINDS }).notNull(),
    recordingId: uuid('recording_id').notNull(),
    number: integer('number').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    foundAt: timestamp('found_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    applyAt: timestamp('apply_at', { withTimezone: true }).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    outcome: text('outcome', { enum: FINDING_OUTCOMES }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    uniqueIndex('idx_object_findings_org_open')
      .on(table.orgId, table.kind, table.recordingId, table.number)
      .where(sql`settled_at is null`),
    index('idx_object_findings_org_apply_at')
      .on(table.orgId, table.applyAt)
      .where(sql`settled_at is null`),
  ],
);
