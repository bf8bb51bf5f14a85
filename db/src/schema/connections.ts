import { PAUSE_REASONS, PROVIDERS } from '@ringfence/domain/connections';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { organizations } from './organizations.ts';

/** A provider's way in. Secrets are sealed by the application; the database can't read them. */
export const connections = pgTable(
  'connections',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id')
      .notNull()
      .default(sql`public.uuid_v7()`),
    provider: text('provider', { enum: PROVIDERS }).notNull(),
    name: text('name').notNull(),
    secretSealed: bytea('secret_sealed').notNull(),
    fetchKeySealed: bytea('fetch_key_sealed'),
    accountId: text('account_id'),
    enabled: boolean('enabled').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    pausedAt: timestamp('paused_at', { withTimezone: true }),
    pauseReason: text('pause_reason', { enum: PAUSE_REASONS }),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({ columns: [table.orgId], foreignColumns: [organizations.orgId] }).onDelete('cascade'),
    index('idx_connections_id').on(table.id),
  ],
);
