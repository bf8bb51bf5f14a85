import type { CatalogueTable } from './list-tables.ts';
import type { Query } from '../query.ts';
import type { Verified } from './verified.ts';

interface ForeignKey {
  readonly name: string;
  readonly carriesOrg: boolean;
  readonly losesOrg: boolean;
}

/** Every key between two tenant tables carries the organisation, and no deletion can null it. */
export async function checkForeignKeys(query: Query, table: CatalogueTable): Promise<Verified> {
  const keys = await query<ForeignKey>(
    `select k.conname as "name",
       exists (select from unnest(k.conkey, k.confkey) as pair (own, other)
               where pair.own = mine.attnum and pair.other = theirs.attnum) as "carriesOrg",
       (k.confdeltype in ('n', 'd') and mine.attnum = any (coalesce(k.confdelsetcols, k.conkey)))
         or (k.confupdtype in ('n', 'd') and mine.attnum = any (k.conkey)) as "losesOrg"
     from pg_constraint k
     join pg_attribute mine on mine.attrelid = k.conrelid and mine.attname = 'org_id' and not mine.attisdropped
     join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'org_id' and not theirs.attisdropped
     where k.conrelid = $1 and k.contype = 'f' order by 1`,
    [table.oid],
  );
  const wrongs = keys.flatMap(({ name, carriesOrg, losesOrg }) => [
    ...(carriesOrg ? [] : [`${name} does not carry org_id`]),
    ...(losesOrg ? [`${name} nulls org_id`] : []),
  ]);
  const found = wrongs.length > 0 ? wrongs.join('; ') : keys.length === 0 ? 'none' : `${keys.length} with org_id`;
  return { table: table.name, check: 'foreign keys', ok: wrongs.length === 0, found };
}
