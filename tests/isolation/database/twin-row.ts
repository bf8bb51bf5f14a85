import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type FoundTable, listTenantTables } from './tenant-tables.ts';

export type Row = Record<string, unknown>;

/** A row of an organisation, made another one: a new id, and every unique key moved on in its last column, to another parent where that is one. */
export async function twinRow(superuser: Client, table: FoundTable, orgId: string): Promise<Row> {
  // The longest: of a row and its earlier twin the twin, so that each is another than those before.
  const { rows } = await superuser.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table.name} t where org_id = $1 order by length(to_jsonb(t)::text) desc limit 1`,
    [orgId],
  );
  const found = rows[0]?.row;
  if (!found) throw new Error(`${table.name}: no row of an organisation to try with. Seed one in seedOrganization.`);
  const moved = table.uniques.map((columns) => columns.at(-1)).filter((column) => column !== undefined);
  const twin: Row = { ...found, id: randomUUID() };
  for (const column of moved) {
    const parent = table.parents[column];
    twin[column] = parent ? await freeParent(superuser, { table, column, parent }, orgId) : another(table, column, found[column]);
  }
  return twin;
}

interface ParentOf {
  readonly table: FoundTable;
  readonly column: string;
  readonly parent: string;
}

/** A parent to which no row points yet, made where there is none. */
async function freeParent(superuser: Client, { table, column, parent }: ParentOf, orgId: string): Promise<string> {
  const find = async () => {
    const { rows } = await superuser.query<{ id: string }>(
      `select p.id from ${parent} p where p.org_id = $1
         and not exists (select from ${table.name} t where t.org_id = p.org_id and t."${column}" = p.id) limit 1`,
      [orgId],
    );
    return rows[0]?.id;
  };
  const known = await find();
  if (known) return known;
  const found = (await listTenantTables(superuser)).find(({ name }) => name === parent);
  if (!found) throw new Error(`${table.name}.${column} points to ${parent}, which has no org_id`);
  await superuser.query(...insertOf(found, await twinRow(superuser, found, orgId)));
  const made = await find();
  if (!made) throw new Error(`${parent}: another row was made and isn't there`);
  return made;
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
