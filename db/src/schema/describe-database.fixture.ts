import type { Client } from 'pg';
import { describeColumn, plainSql, type SchemaDescription } from './table-description.fixture.ts';

/** What the catalogue says of each table in the schemas that are ours; within a transaction. */
export async function describeDatabase(client: Client): Promise<SchemaDescription> {
  await client.query(`set local search_path = ''`);
  const { rows: tables } = await client.query<{ oid: number; name: string }>(`
    select c.oid, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') order by 2`);
  const described: SchemaDescription = {};
  for (const { oid, name } of tables) {
    described[name] = {
      columns: await columnsOf(client, oid),
      primaryKey: (await keysOf(client, oid, 'p'))[0] ?? '',
      uniques: await keysOf(client, oid, 'u'),
      foreignKeys: await foreignKeysOf(client, oid),
      indexes: await indexesOf(client, oid),
      choices: await choicesOf(client, oid),
    };
  }
  return described;
}

async function columnsOf(client: Client, table: number): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; type: string; not_null: boolean; generated: boolean; expression: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
            a.attgenerated <> '' as generated, pg_get_expr(d.adbin, d.adrelid) as expression
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return Object.fromEntries(
    rows.map(({ name, type, not_null, generated, expression }) => [
      name,
      describeColumn({ type, isNotNull: not_null, defaultSql: generated ? null : expression, generatedSql: generated ? expression : null }),
    ]),
  );
}

const NAMES = (list: string, of: string) =>
  `(select string_agg(a.attname, ', ' order by k.place) from unnest(${list}) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = ${of} and a.attnum = k.number)`;

async function keysOf(client: Client, table: number, kind: 'p' | 'u'): Promise<string[]> {
  const { rows } = await client.query<{ names: string }>(
    `select ${NAMES('c.conkey', 'c.conrelid')} as names from pg_constraint c where c.conrelid = $1 and c.contype = $2 order by 1`,
    [table, kind],
  );
  return rows.map(({ names }) => names).toSorted();
}

async function foreignKeysOf(client: Client, table: number): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `select ${NAMES('c.conkey', 'c.conrelid')} || ' -> ' || c.confrelid::regclass || '(' || ${NAMES('c.confkey', 'c.confrelid')} || ') on delete '
       || case c.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end as key
     from pg_constraint c where c.conrelid = $1 and c.contype = 'f'`,
    [table],
  );
  return rows.map(({ key }) => key).toSorted();
}

async function indexesOf(client: Client, table: number): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; is_unique: boolean; columns: string; predicate: string | null }>(
    `select i.indexrelid::regclass::text as name, i.indisunique as is_unique, pg_get_expr(i.indpred, i.indrelid) as predicate,
       (select string_agg(pg_get_indexdef(i.indexrelid, place::int, true)
          || case when i.indoption[place - 1] & 1 = 1 then ' desc' else ' asc' end
          || case when i.indoption[place - 1] & 2 = 2 then ' nulls first' else ' nulls last' end, ', ' order by place)
        from generate_series(1, i.indnkeyatts) place) as columns
     from pg_index i
     where i.indrelid = $1 and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
    [table],
  );
  return Object.fromEntries(
    rows.map(({ name, is_unique, columns, predicate }) => [
      name.slice(name.indexOf('.') + 1),
      `${is_unique ? 'unique ' : ''}${plainSql(columns)}${predicate === null ? '' : ` where ${plainSql(predicate)}`}`,
    ]),
  );
}

async function choicesOf(client: Client, table: number): Promise<Record<string, string>> {
  const { rows } = await client.query<{ column: string; check: string }>(
    `select a.attname as column, pg_get_constraintdef(c.oid) as check
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and array[a.attnum] = c.conkey
     where c.conrelid = $1 and c.contype = 'c' and pg_get_constraintdef(c.oid) like '% = ANY (ARRAY[%'`,
    [table],
  );
  return Object.fromEntries(
    rows.map(({ column, check }) => [
      column,
      Array.from(check.matchAll(/'([^']*)'/g), ([, choice]) => String(choice))
        .toSorted()
        .join(', '),
    ]),
  );
}
