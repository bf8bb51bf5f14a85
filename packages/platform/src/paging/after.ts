import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { sql, type SQL } from 'drizzle-orm';
import { readCursor } from './cursor.ts';

/** What comes after a cursor in a list ordered by `at` and `id`, both descending; a row comparison, so that one index serves it. */
export function after(orgId: string, cursor: string | undefined, at: AnyPgColumn, id: AnyPgColumn): SQL | undefined {
  if (cursor === undefined) return undefined;
  const place = readCursor(orgId, cursor);
  return sql`(${at}, ${id}) < (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}
