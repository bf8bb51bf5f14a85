import type { Client } from 'pg';

export interface FoundTable {
  /** Schema and name, ready to stand in SQL. */
  readonly name: string;
  readonly columns: readonly { name: string; type: string; isGenerated: boolean }[];
  /** Unique keys but the primary one and `org_id` alone: the columns that must differ between two rows of one organisation. */
  readonly uniques: readonly (readonly string[])[];
  /** The tables to which its columns point, by the column beside `org_id`. */
  readonly parents: Readonly<Record<string, string>>;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and n.nspname !~ '^pg_temp'`;

/** Every table, partition and inheritance child with an `org_id`, found in the catalogue: a new one is covered unasked. */
export function listTenantTables(client: Client): Promise<FoundTable[]> {
  return listTables(client, 'exists');
}

/** Every table without an `org_id`. graphile-worker's own are left out: no log-in that serves requests may look into its schema. */
export function listGlobalTables(client: Client): Promise<FoundTable[]> {
  return listTables(client, 'not exists');
}

async function listTables(client: Client, orgId: 'exists' | 'not exists'): Promise<FoundTable[]> {
  const { rows } = await client.query<FoundTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text, 'isGenerated', a.attgenerated <> '') order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg((select json_agg(a.attname order by k.place) from unnest(u.conkey) with ordinality k (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number))
       from pg_constraint u where u.conrelid = c.oid and u.contype = 'u' and cardinality(u.conkey) > 1), '[]') as uniques,
      coalesce((select json_object_agg(a.attname, format('%I.%I', pn.nspname, p.relname))
       from pg_constraint k join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'org_id'
       where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 2), '{}') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS} and ${orgId} (
      select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped)
    order by 1`);
  return rows;
}
