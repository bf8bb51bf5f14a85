import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './organizations.ts';

/** Somebody who calls or is called; calls find their lead by number (E.164). */
export const leads = pgTable(
  'leads',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    email: text('email'),
    note: text('note'),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique().on(table.orgId, table.phone),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    index('idx_leads_org_created_at').on(table.orgId, table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('idx_leads_keys').using('gin', sql`public.word_keys(org_id, name)`),
  ],
);
