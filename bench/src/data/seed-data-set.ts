import type { Sql } from 'postgres';
import { type DataSet, PRODUCT_SCHEMA } from './data-set.ts';
import { numberedIdSql } from './numbered-id.ts';
import { customerNumberSql, NUMBERS_PER_ORGANIZATION, OWN_NUMBER } from './phone-numbers.ts';
import { whileUnindexed } from './while-unindexed.ts';

/**
 * Fills a data set's calls, a second apart, the organisations taking turns, as they do in life: the calls of one page lie on
 * as many pages of the table. A skewed set spreads them by the golden ratio, which needs no dice.
 */
export async function seedDataSet(sql: Sql, data: DataSet): Promise<void> {
  if (data.schema !== PRODUCT_SCHEMA) await copyTable(sql, data.schema);
  const table = `${data.schema}.calls`;
  await whileUnindexed(sql, table, () => sql.unsafe(insertCalls(table, data)));
  await sql.unsafe(`vacuum (analyze, freeze) ${table}`);
}

function insertCalls(table: string, { organizations, rows, isSkewed }: DataSet): string {
  const organization = isSkewed
    ? `case when n < ${organizations} then n
            else least(${organizations - 1}, floor(power(${organizations + 1}, (n * 0.6180339887498949) % 1.0)) - 1)::bigint end`
    : `n % ${organizations}`;
  const customer = customerNumberSql(`n / ${organizations} % ${NUMBERS_PER_ORGANIZATION}`);
  return `
    insert into ${table} (org_id, id, connection_id, direction, status, from_number, to_number, from_address, to_address,
                          started_at, answered_at, ended_at, ring_seconds, duration_seconds, agent_name)
    select ${numberedIdSql('organization', 'o')}, ${numberedIdSql('call', 'n')}, ${numberedIdSql('connection', 'o')},
           case when isin then 'inbound' else 'outbound' end, 'completed',
           case when isin then customer else '${OWN_NUMBER}' end, case when isin then '${OWN_NUMBER}' else customer end,
           case when isin then customer else '${OWN_NUMBER}' end, case when isin then '${OWN_NUMBER}' else customer end,
           at, at + interval '8 s', at + interval '98 s', 8, 90, 'Ada'
    from (
      select n, ${organization} as o, n / ${organizations} % 2 = 0 as isin, ${customer} as customer,
             timestamptz '2026-10-01' - make_interval(secs => ${rows} - n) as at
      from generate_series(0::bigint, ${rows - 1}) as n
    ) as made`;
}

async function copyTable(sql: Sql, schema: string): Promise<void> {
  await sql.unsafe(`create schema ${schema}`);
  await sql.unsafe(`grant usage on schema ${schema} to ringfence_app`);
  await sql.unsafe(`create table ${schema}.calls (like public.calls including all)`);
  await sql.unsafe(`call tenancy.protect_table('${schema}.calls')`);
  await sql.unsafe(`grant select, insert, update, delete on ${schema}.calls to ringfence_app`);
}
