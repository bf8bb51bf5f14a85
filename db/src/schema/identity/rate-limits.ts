import { sql } from 'drizzle-orm';
import { bigint, integer, text, uuid } from 'drizzle-orm/pg-core';
import { identitySchema } from './identity-schema.ts';

/** Sign-in attempts by network address, counted across servers. `lastRequest`: milliseconds since 1970. */
export const rateLimits = identitySchema.table('rate_limits', {
  id: uuid('id')
    .primaryKey()
    .default(sql`public.uuid_v7()`),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});
