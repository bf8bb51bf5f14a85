import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { digestOf } from './database/digest-of.ts';
import { mayUse } from './database/privileges.ts';
import { attempt, holds } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';
import { insertOf, twinRow } from './database/twin-row.ts';

interface ForeignKey {
  readonly child: string;
  readonly parent: string;
  readonly column: string;
}

/** Every foreign key between two tenant tables, by the column that names the parent. */
async function listForeignKeys(superuser: Client): Promise<ForeignKey[]> {
  const { rows } = await superuser.query<ForeignKey>(`
    select format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent, a.attname as column
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
    join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'org_id'
    where k.contype = 'f' and cn.nspname = 'public' and pn.nspname = 'public' order by 1, 3`);
  return rows;
}

async function parentOfAnotherIsMissing(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  const tables = new Map((await listTenantTables(clients.superuser)).map((table) => [table.name, table]));
  const keys = await listForeignKeys(clients.superuser);
  expect(keys.length).toBeGreaterThan(8);
  for (const { child, parent, column } of keys) {
    const table = tables.get(child);
    if (!table) throw new Error(`${child} has no org_id`);
    const twin = await twinRow(clients.superuser, table, a.orgId);
    const { rows } = await clients.superuser.query<{ id: string }>(`select id from ${parent} where org_id = $1 limit 1`, [b.orgId]);
    const logIn = await whoInserts(clients, table);
    const callers = { app: a.owner, worker: { orgId: a.orgId, actor: { kind: 'job' as const, id: 'test' } }, superuser: null };
    await database.inTransaction(logIn, callers[logIn], async (client) => {
      const tryParent = (id: unknown) => attempt(client, ...insertOf(table, { ...twin, [column]: id }));
      expect(await tryParent(twin[column]), `${child}.${column}: a parent of one's own`).toMatchObject({ rows: 1 });
      await client.query('rollback to savepoint attempt');
      const [foreign, missing] = [await tryParent(rows[0]?.id), await tryParent(randomUUID())];
      expect(missing, `${child}.${column}: a parent that nobody has`).toMatchObject({ code: '23503' });
      expect(foreign, `${child}.${column}: a parent of another`).toEqual(missing);
    });
  }
}

/** Into a table that the database alone fills, nobody but the superuser puts a row. */
async function whoInserts(clients: AttackedDatabase['clients'], table: FoundTable): Promise<'app' | 'worker' | 'superuser'> {
  for (const logIn of ['app', 'worker'] as const) if (await mayUse(clients[logIn], 'insert', table)) return logIn;
  return 'superuser';
}

/** Takes a composite key to `calls` away and puts one of a single column in its place. */
const ONE_COLUMN = (child: string, then = '') => `
  create unique index calls_id on public.calls (id);
  alter table public.${child} drop constraint ${child}_org_id_call_id_fkey, add foreign key (call_id) references public.calls (id) ${then}`;

attack("ATK-007 another organisation's parent is refused in the same words as one that nobody has", parentOfAnotherIsMissing, {
  redWith: {
    'a foreign key of one column': ONE_COLUMN('recordings'),
  },
});

async function nullIsRefused(database: AttackedDatabase): Promise<void> {
  const { a, clients } = database;
  for (const table of await listTenantTables(clients.superuser)) {
    const twin = await twinRow(clients.superuser, table, a.orgId);
    const strong = await database.inTransaction('superuser', null, (client) =>
      attempt(client, ...insertOf(table, { ...twin, org_id: null })),
    );
    expect(strong, `${table.name}, where no policy applies`).toMatchObject({ rows: 0, code: '23502' });
    if (!(await mayUse(clients.app, 'insert', table))) continue;
    await database.inTransaction('app', a.owner, async (client) => {
      expect(await attempt(client, ...insertOf(table, { ...twin, org_id: null })), table.name).toMatchObject({ rows: 0, code: '42501' });
      expect(await attempt(client, ...insertOf(table, twin)), table.name).toMatchObject({ rows: 1 });
    });
  }
}

attack('ATK-008 no row can be without an organisation', nullIsRefused, {
  redWith: {
    'a null allowed':
      'alter table public.audit_log drop constraint audit_log_pkey; alter table public.audit_log alter column org_id drop not null',
  },
});

async function deletingStaysInside(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  const before = await digestOf(clients.superuser, b.orgId);
  const calls = await tableNamed(clients.superuser, 'public.calls');
  const twin = { ...(await twinRow(clients.superuser, calls, a.orgId)), id: b.callId };
  await database.inTransaction('app', a.owner, async (client) => {
    const own = await attempt(client, ...insertOf(calls, twin));
    expect(own, "a call under the id of another organisation's").toMatchObject({ rows: 1, code: null });
    expect(await attempt(client, 'delete from public.calls where id = any ($1)', [[a.callId, b.callId]])).toMatchObject({
      rows: 2,
      code: null,
    });
    const isKept = await holds(client, 'select count(*) > 0 and bool_and(org_id = $1) from public.provider_events', [a.orgId]);
    expect(isKept, "one's own messages stay").toBe(true);
    expect(await holds(client, 'select count(*) = 0 from public.recordings'), "one's own recordings go").toBe(true);
    await client.query('commit');
  });
  expect(await digestOf(clients.superuser, b.orgId)).toEqual(before);
}

async function tableNamed(superuser: Client, name: string): Promise<FoundTable> {
  const found = (await listTenantTables(superuser)).find((table) => table.name === name);
  if (!found) throw new Error(`${name} is no tenant table`);
  return found;
}

attack('ATK-009 deleting a parent never reaches the children of another organisation', deletingStaysInside, {
  redWith: {
    'a set null that forgets its column': `alter table public.recordings drop constraint recordings_org_id_call_id_fkey,
       add foreign key (org_id, call_id) references public.calls (org_id, id) on delete set null`,
    'a foreign key of one column': ONE_COLUMN('recordings', 'on delete cascade'),
  },
});
