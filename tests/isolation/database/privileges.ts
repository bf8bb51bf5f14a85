import type { Client } from 'pg';
import type { FoundTable } from './tenant-tables.ts';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** Whether the client's own role may use a verb on a table, were there no rows to guard. Update counts when one column is granted. */
export async function mayUse(client: Client, verb: Verb, table: Pick<FoundTable, 'name'>): Promise<boolean> {
  const function_ = verb === 'update' ? 'has_any_column_privilege' : 'has_table_privilege';
  const { rows } = await client.query<{ may: boolean }>(
    `select has_schema_privilege(c.relnamespace, 'usage') and ${function_}(c.oid, $2) as may from pg_class c where c.oid = $1::regclass`,
    [table.name, verb],
  );
  return rows[0]?.may === true;
}

/** A column that the client's own role may change, which says nothing of the tenant. */
export async function changeableColumn(client: Client, table: FoundTable): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname not in ('org_id', 'id')
       and has_column_privilege(a.attrelid, a.attnum, 'update') order by a.attnum limit 1`,
    [table.name],
  );
  return rows[0]?.name ?? null;
}
