import { sql } from 'drizzle-orm';
import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';

/** Short-lived proofs of an address. */
export const verifications = identitySchema.table(
  'verifications',
  {
    id: uuid('id')
      .primaryKey()
      .default(sql`public.uuid_v7()`),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('idx_verifications_identifier').on(table.identifier)],
);
