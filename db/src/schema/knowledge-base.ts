import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './organizations.ts';

/** Articles (Markdown) from which agents answer; only active ones are given to them. */
export const knowledgeBase = pgTable(
  'knowledge_base',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    title: text('title').notNull(),
    body: text('body').notNull(),
    active: boolean('active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    index('idx_knowledge_base_org_active').on(table.orgId, table.active),
    index('idx_knowledge_base_keys').using('gin', sql`public.word_keys(org_id, title || ' ' || body)`),
    index('idx_knowledge_base_org_updated_at').on(table.orgId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);
