import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

export const notes = pgTable(
  'notes',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull().defaultRandom(),
    text: text('text').notNull(),
    /** Counted by a job; null until then. */
    words: integer('words'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const tags = pgTable(
  'tags',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull().defaultRandom(),
    noteId: uuid('note_id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId, table.noteId], foreignColumns: [notes.orgId, notes.id] }).onDelete('cascade'),
  ],
);
