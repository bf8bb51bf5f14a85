import type { Query } from '../query.ts';

/** A table as the catalogue has it. `orgType` is null where there is no org_id. */
export interface CatalogueTable {
  readonly oid: number;
  /** Quoted where needed, with its schema. */
  readonly name: string;
  readonly comment: string | null;
  readonly orgType: string | null;
  readonly refusesNull: boolean;
  /** Whether policies hide rows from the role that verifies. */
  readonly isHidden: boolean;
  readonly isProtected: boolean;
  readonly isForced: boolean;
  readonly primaryKey: readonly string[];
}

/** All tables of `public`, and every table elsewhere that has an org_id; what belongs to an extension is left out. */
export function listTables(query: Query): Promise<CatalogueTable[]> {
  return query<CatalogueTable>(`
    select t.oid::int as "oid",
      format('%I.%I', n.nspname, t.relname) as "name",
      obj_description(t.oid, 'pg_class') as "comment",
      format_type(o.atttypid, null) as "orgType",
      coalesce(o.attnotnull, false) and not exists (
        select from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'n' and not k.convalidated and o.attnum = any (k.conkey)) as "refusesNull",
      row_security_active(t.oid) as "isHidden",
      t.relrowsecurity as "isProtected",
      t.relforcerowsecurity as "isForced",
      array(
        select a.attname::text from pg_constraint k
        cross join unnest(k.conkey) with ordinality as part (attnum, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = part.attnum
        where k.conrelid = t.oid and k.contype = 'p' order by part.place) as "primaryKey"
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace
    left join pg_attribute o on o.attrelid = t.oid and o.attname = 'org_id' and not o.attisdropped
    where t.relkind in ('r', 'p', 'f')
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and (n.nspname = 'public' or o.attnum is not null)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
    order by 2`);
}
