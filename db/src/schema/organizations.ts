import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** A customer of the installation. Days and hours on its pages are in its IANA time zone. */
export const organizations = pgTable(
  'organizations',
  {
    orgId: uuid('org_id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    id: uuid('id')
      .notNull()
      .generatedAlwaysAs(sql`org_id`),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] }), unique().on(table.orgId)],
);
