import type { PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What a statement without a selection gives: its rows by column name, if it has any, and how many it touched. */
export interface TenantQueryResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number;
}

/** Drizzle's way to be told of the result's type. */
export interface TenantQueryResultHKT extends PgQueryResultHKT {
  readonly type: TenantQueryResult<this['row']>;
}
