import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { FoundTable } from './tenant-tables.ts';

export type Row = Record<string, unknown>;

/** A row of an organisation, made another one: a new id, and every unique key moved on in its last column. */
export async function twinRow(superuser: Client, table: FoundTable, orgId: string): Promise<Row> {
  const { rows } = await superuser.query<{ row: Row }>(`select to_jsonb(t) as row from ${table.name} t where org_id = $1 limit 1`, [orgId]);
  const found = rows[0]?.row;
  if (!found) throw new Error(`${table.name}: no row of an organisation to try with. Seed one in seedOrganization.`);
  const moved = table.uniques.map((columns) => columns.at(-1)).filter((column) => column !== undefined);
  return { ...found, id: randomUUID(), ...Object.fromEntries(moved.map((column) => [column, another(table, column, found[column])])) };
}

function another(table: FoundTable, column: string, value: unknown): unknown {
  const type = table.columns.find(({ name }) => name === column)?.type;
  if (type === 'uuid') return randomUUID();
  if (type === 'date') return '2031-01-01';
  return typeof value === 'number' ? value + 1000 : `${String(value)}7`;
}

/** The statement that inserts a row, and its one parameter. */
export function insertOf(table: FoundTable, row: Row): [text: string, values: unknown[]] {
  const columns = table.columns
    .filter(({ isGenerated }) => !isGenerated)
    .map(({ name }) => `"${name}"`)
    .join(', ');
  return [
    `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_record(null::${table.name}, $1)`,
    [JSON.stringify(row)],
  ];
}
