import { customType } from 'drizzle-orm/pg-core';

/** Words for Postgres to search; made and read by SQL alone. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
