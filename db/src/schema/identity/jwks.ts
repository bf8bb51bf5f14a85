import { sql } from 'drizzle-orm';
import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';

/** Keys that sign bearer tokens. The private halves are encrypted by the application; the id is the token's `kid`. */
export const jwks = identitySchema.table('jwks', {
  id: uuid('id')
    .primaryKey()
    .default(sql`public.uuid_v7()`),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
  alg: text('alg'),
  crv: text('crv'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
});
