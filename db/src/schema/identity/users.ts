import { sql } from 'drizzle-orm';
import { boolean, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';

/** Who can sign in. `email` is null for people whom outside issuers alone know; `memberships` says where they belong. */
export const users = identitySchema.table('users', {
  id: uuid('id')
    .primaryKey()
    .default(sql`public.uuid_v7()`),
  name: text('name').notNull(),
  email: text('email').unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});
