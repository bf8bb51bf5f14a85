import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { digestOf } from './database/digest-of.ts';
import { changeableColumn, mayUse } from './database/privileges.ts';
import { attempt, countOf } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';

const OPEN_TO_ALL = 'create policy leads_org_open on public.leads using (true) with check (true)';

async function nothingWithoutTenant(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  const before = await digestOf(clients.superuser, b.orgId);
  const tables = await listTenantTables(clients.superuser);
  expect(tables.length).toBeGreaterThan(10);
  for (const logIn of RUN_TIME_LOG_INS) {
    for (const table of tables) {
      const column = (await changeableColumn(clients[logIn], table)) ?? 'org_id';
      await database.inTransaction(logIn, null, async (client) => {
        for (const statement of [
          `select from ${table.name}`,
          `select from ${table.name} where org_id = '${b.orgId}'`,
          `update ${table.name} set "${column}" = "${column}"`,
          `update ${table.name} set "${column}" = "${column}" where org_id = '${b.orgId}'`,
          `delete from ${table.name}`,
          `delete from ${table.name} where org_id = '${b.orgId}'`,
        ]) {
          expect(await attempt(client, statement), `${logIn}: ${statement}`).toMatchObject({ rows: 0 });
        }
      });
      if (logIn === 'app' && (await mayUse(clients.app, 'select', table))) {
        const own = await database.inTransaction('app', a.owner, (client) => countOf(client, `select count(*) from ${table.name}`));
        expect(own, `${table.name}: its own rows, to a member`).toBeGreaterThan(0);
      }
    }
  }
  expect(await digestOf(clients.superuser, b.orgId)).toEqual(before);
}

attack('ATK-001 without a tenant no table shows, changes or loses a row', nothingWithoutTenant, {
  redWith: {
    'row-level security off on one table': 'alter table public.leads disable row level security',
    'a policy for everybody': OPEN_TO_ALL,
    'a policy for everybody on writes alone':
      'create policy leads_org_open on public.leads for delete using (true); create policy leads_org_see on public.leads for select using (true)',
    'a tenant where none was entered': `create or replace function public.auth_org_id() returns uuid language sql stable security definer
       set search_path = pg_catalog, pg_temp as 'select min(org_id::text)::uuid from public.organizations'; alter function public.auth_org_id() owner to postgres`,
    'a new table that nobody protected': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id));
       insert into public.notes select org_id, id from public.calls; grant select on public.notes to ringfence_app`,
  },
});

async function nothingForTheOwner(database: AttackedDatabase): Promise<void> {
  const { a, clients } = database;
  for (const { name } of await listTenantTables(clients.superuser)) {
    expect(await countOf(clients.superuser, `select count(*) from ${name}`), `${name} holds rows`).toBeGreaterThan(0);
    expect(await countOf(clients.owner, `select count(*) from ${name}`), `${name}, read by its owner`).toBe(0);
    await database.inTransaction('owner', a.owner, async (client) => {
      expect(await countOf(client, `select count(*) from ${name}`), `${name}, read by its owner in a tenant`).toBeGreaterThan(0);
      expect(await countOf(client, `select count(*) from ${name} where org_id <> $1`, [a.orgId])).toBe(0);
    });
  }
}

attack('ATK-002 the role that owns the tables sees no row without a tenant', nothingForTheOwner, {
  redWith: {
    'row-level security not forced': 'alter table public.recordings no force row level security',
    'row-level security off': 'alter table public.recordings disable row level security',
  },
});

async function rolesAreWeak({ clients }: AttackedDatabase): Promise<void> {
  const { rows: strong } = await clients.superuser.query(`
    select rolname from pg_roles where rolname in ('ringfence_app', 'ringfence_worker', 'ringfence_identity', 'ringfence_service', 'ringfence_lookup', 'ringfence_owner')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
  const { rows: owned } = await clients.superuser.query(`
    select r.rolname, c.oid::regclass::text as object from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname in ('ringfence_app', 'ringfence_worker', 'ringfence_identity', 'ringfence_service', 'ringfence_lookup')`);
  const { rows: members } = await clients.superuser.query(`
    select r.rolname, g.rolname as of from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
    where r.rolname in ('ringfence_app', 'ringfence_worker', 'ringfence_identity', 'ringfence_service', 'ringfence_lookup')`);
  expect({ strong, owned, members }).toEqual({ strong: [], owned: [], members: [] });
}

attackCatalogue('ATK-002 no role used at run time is strong, owns a table or may become one that does', rolesAreWeak, {
  redWith: {
    'a table owned by the app': 'alter table public.leads owner to ringfence_app',
    'an app that passes row-level security': 'alter role ringfence_app bypassrls',
    'a worker that may do all': 'alter role ringfence_worker superuser',
    'a service that may become the owner': 'grant ringfence_owner to ringfence_service',
  },
});
