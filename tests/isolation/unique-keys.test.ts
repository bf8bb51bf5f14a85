import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { digestOf } from './database/digest-of.ts';
import { changeableColumn, mayUse } from './database/privileges.ts';
import { attempt } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';
import { insertOf, type Row, twinRow } from './database/twin-row.ts';

/** A row for a, and one that b has by now under the same id, with the same value in every unique key. */
async function rowThatOthersHave({ a, b, clients }: AttackedDatabase, table: FoundTable): Promise<Row> {
  const own = await twinRow(clients.superuser, table, a.orgId);
  // A parent is one organisation's own, and so is a key that ends in it.
  const unique = table.uniques.flatMap((columns) => columns.slice(-1)).filter((column) => !table.parents[column]);
  const same = Object.fromEntries(['id', ...unique].map((column) => [column, own[column]]));
  await clients.superuser.query(...insertOf(table, { ...(await twinRow(clients.superuser, table, b.orgId)), ...same }));
  return own;
}

/** Tables into which the app puts rows under an id and unique values of its choice. */
async function fillableTables({ clients }: AttackedDatabase): Promise<FoundTable[]> {
  const fillable: FoundTable[] = [];
  for (const table of await listTenantTables(clients.superuser)) {
    // A connection's id is always the database's own.
    if (table.name !== 'public.connections' && (await mayUse(clients.app, 'insert', table))) fillable.push(table);
  }
  expect(fillable.length).toBeGreaterThan(8);
  return fillable;
}

async function othersKeysAreFree(database: AttackedDatabase): Promise<void> {
  const { a, b, clients, inTransaction } = database;
  for (const table of await fillableTables(database)) {
    const [insert, values] = insertOf(table, await rowThatOthersHave(database, table));
    const before = await digestOf(clients.superuser, b.orgId);
    const asA = (work: (client: Client) => Promise<void>) => inTransaction('app', a.owner, work);
    await asA(async (client) => {
      const free = await attempt(client, insert, values);
      expect(free, `${table.name}: a key that another holds`).toMatchObject({ rows: 1, code: null });
      const held = await attempt(client, insert, values);
      expect(held, `${table.name}: a key of one's own`).toMatchObject({ rows: 0, code: '23505' });
    });
    await asA((client) => upsertsMeetOnesOwn(client, table, insert, values));
    expect(await digestOf(clients.superuser, b.orgId), table.name).toEqual(before);
  }
}

async function upsertsMeetOnesOwn(client: Client, table: FoundTable, insert: string, values: unknown[]): Promise<void> {
  const skip = () => attempt(client, `${insert} on conflict do nothing returning id`, values);
  expect(await skip(), `${table.name}: others hold it`).toMatchObject({ rows: 1, code: null });
  expect(await skip(), `${table.name}: held by oneself`).toMatchObject({ rows: 0, code: null });
  const column = await changeableColumn(client, table);
  const [target, ...others] = [['org_id', 'id'], ...table.uniques];
  // Where several keys are held, the first that is met may be another than the target.
  if (!column || !target || others.length > 0) return;
  const upsert = `${insert} on conflict (${target.join(', ')}) do update set "${column}" = excluded."${column}" returning org_id`;
  expect(await attempt(client, upsert, values), `${table.name}: one's own, changed`).toMatchObject({ rows: 1, code: null });
}

attack('ATK-022 ATK-023 ATK-024 whatever key another organisation holds is free, to inserts and upserts alike', othersKeysAreFree, {
  redWith: {
    'a unique key across organisations': `create unique index on public.leads (phone) where phone like '%87'`,
    'a unique id across organisations': 'create unique index on public.calls (id)',
  },
});
