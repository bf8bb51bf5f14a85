import { randomUUID } from 'node:crypto';
import type { Caller } from '@ringfence/tenancy';
import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { changeableColumn, mayUse } from './database/privileges.ts';
import { attempt, type Outcome } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';
import { insertOf, type Row, twinRow } from './database/twin-row.ts';

/** lock_not_available: who asked would have waited. */
const WOULD_WAIT = '55P03';

type Twins = ReadonlyMap<FoundTable, Row>;

/** A new row of each table. Made beforehand: a row may need a new parent, whose maker would wait for who holds its key. */
async function twinsOf(superuser: Client, { orgId }: Caller, tables: readonly FoundTable[]): Promise<Twins> {
  for (const table of tables) await twinRow(superuser, table, orgId);
  const twins = new Map<FoundTable, Row>();
  for (const table of tables) twins.set(table, await twinRow(superuser, table, orgId));
  return twins;
}

/** Locks every row of an organisation that it can, and holds a new row of each key that another will want next. */
async function lockAll(client: Client, twins: Twins): Promise<void> {
  for (const [table, row] of twins) {
    await attempt(client, `select from ${table.name} for update`);
    await attempt(client, ...insertOf(table, row));
  }
}

interface Writes {
  readonly update: Outcome | null;
  readonly insert: Outcome | null;
}

/** What becomes of writes to a table by who doesn't wait; null where the app has no such right. */
async function write(table: FoundTable, row: Row, caller: Caller, { clients, inTransaction }: AttackedDatabase): Promise<Writes> {
  const column = await changeableColumn(clients.app, table);
  const mayInsert = await mayUse(clients.app, 'insert', table);
  return inTransaction('app', caller, async (client) => {
    await client.query(`set local lock_timeout = '300ms'`);
    return {
      update: column === null ? null : await attempt(client, `update ${table.name} set "${column}" = "${column}"`),
      insert: mayInsert ? await attempt(client, ...insertOf(table, row)) : null,
    };
  });
}

async function nobodyWaitsForAnother(database: AttackedDatabase): Promise<void> {
  const { a, b, clients, inTransaction } = database;
  const tables = await listTenantTables(clients.superuser);
  const [twins, othersTwins] = [await twinsOf(clients.superuser, a.owner, tables), await twinsOf(clients.superuser, b.owner, tables)];
  const waits = { updates: 0, inserts: 0 };
  await inTransaction('owner', a.owner, async (holder) => {
    await lockAll(holder, twins);
    for (const [table, row] of twins) {
      const own = await write(table, row, a.owner, database);
      const others = await write(table, othersTwins.get(table) ?? {}, b.owner, database);
      if (own.update?.code === WOULD_WAIT) waits.updates += 1;
      if (own.insert?.code === WOULD_WAIT) waits.inserts += 1;
      expect(others.update?.code, `${table.name}: another's update`).not.toBe(WOULD_WAIT);
      expect(others.insert?.code, `${table.name}: another's insert of the same key`).not.toBe(WOULD_WAIT);
    }
  });
  expect(waits.updates, "one's own wait for rows").toBeGreaterThan(5);
  expect(waits.inserts, "one's own wait for keys").toBeGreaterThan(2);
}

attack("ATK-033 whatever rows and keys an organisation holds, another's writes do not wait", nobodyWaitsForAnother, {
  redWith: {
    'row-level security off, so that the rows of all are locked': 'alter table public.leads disable row level security',
    // Twins have a digit more, so that what is there already doesn't stand in its way.
    'a key that all organisations share': 'create unique index leads_phone on public.leads (phone) where length(phone) > 14',
  },
});

async function ownersWaitForTheirOwn({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const second = new Map<Caller, string>();
  for (const { owner } of [a, b]) {
    second.set(owner, randomUUID());
    const row = [owner.orgId, second.get(owner)];
    await clients.superuser.query(`insert into public.memberships (org_id, user_id, role) values ($1, $2, 'owner')`, row);
  }
  const leave = (client: Client, caller: Caller, userId: string | undefined) =>
    attempt(client, `delete from public.memberships where org_id = $1 and user_id = $2`, [caller.orgId, userId]);
  await inTransaction('owner', a.owner, async (holder) => {
    expect(await leave(holder, a.owner, second.get(a.owner)), 'one owner goes, and has not gone yet').toMatchObject({ rows: 1 });
    const asOther = (caller: Caller, userId: string | undefined) =>
      inTransaction('app', caller, async (client) => {
        await client.query(`set local lock_timeout = '300ms'`);
        return leave(client, caller, userId);
      });
    expect(await asOther(a.owner, a.owner.actor.id), 'the other waits').toMatchObject({ code: WOULD_WAIT });
    expect(await asOther(b.owner, b.owner.actor.id), "another organisation's does not").toMatchObject({ rows: 1, code: null });
  });
}

attack("ATK-033 the lock on an organisation's owners is its own", ownersWaitForTheirOwn, {
  redWith: {
    'a key without the organisation': `do $do$ begin execute replace(pg_get_functiondef('public.keep_an_owner()'::regprocedure), $$'owners of ' || old.org_id$$, $$'owners'$$); end $do$`,
  },
});
