import { type Place, writeCursor } from './cursor.ts';

export const DEFAULT_LIMIT = 50;

export interface PageOf<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Cuts a page of `limit` out of rows that were read one further, to know whether there is a next one. */
export function takePage<Item>(orgId: string, rows: Item[], limit: number, placeOf: (item: Item) => Place): PageOf<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(orgId, placeOf(last)) : null };
}
