import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt } from './database/statement.ts';
import { listGlobalTables } from './database/tenant-tables.ts';

const CANARY = 'canary-7f3a';

/** Whatever a log-in may read, tables, views and copies alike, found in the catalogue. */
async function foreignRowsAreNowhere({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  await inTransaction('app', b.owner, async (client) => {
    await client.query(`update public.leads set name = $1, note = $1`, [CANARY]);
    await client.query(`insert into public.audit_log (org_id, actor_kind, actor_id, action, target) values ($1, 'user', 'x', 'test', $2)`, [
      b.orgId,
      CANARY,
    ]);
    expect(await relationsWith(client), 'what the owner of the rows finds').toEqual(
      expect.arrayContaining(['public.leads', 'public.audit_log']),
    );
    await client.query('commit');
  });
  await clients.superuser.query(`do $$ declare view text; begin
    for view in select oid::regclass::text from pg_class where relkind = 'm' loop execute 'refresh materialized view ' || view; end loop; end $$`);
  expect(await inTransaction('app', a.owner, relationsWith), 'what another organisation finds').toEqual([]);
  expect(await inTransaction('app', null, relationsWith), 'what nobody in particular finds').toEqual([]);
}

async function relationsWith(client: AttackedDatabase['clients']['app']): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') order by 1`);
  const found: string[] = [];
  for (const { name } of rows) {
    const outcome = await attempt(client, `select from ${name} t where to_jsonb(t)::text like $1 limit 1`, [`%${CANARY}%`]);
    if (outcome.rows > 0) found.push(name);
  }
  return found;
}

const COPY = (rights: string) => `
  create table public.lead_history (at timestamptz default now(), name text);
  comment on table public.lead_history is 'Belongs to no tenant: a test.';
  create function public.copy_lead() returns trigger language plpgsql ${rights} set search_path = pg_catalog, pg_temp as $$
    begin insert into public.lead_history (name) values (new.name); return new; end $$;
  create trigger copy after insert or update on public.leads for each row execute function public.copy_lead();
  grant select, insert on public.lead_history to ringfence_app`;

attack('ATK-010 ATK-019 nothing derived from a row shows it to another organisation', foreignRowsAreNowhere, {
  greenWith: {
    'a view that asks as its reader':
      'create view public.lead_names with (security_invoker = true) as select name from public.leads; grant select on public.lead_names to ringfence_app',
  },
  redWith: {
    'a view that asks as its owner':
      'create view public.lead_names as select name from public.leads; grant select on public.lead_names to ringfence_app',
    'a materialized view':
      'create materialized view public.lead_names as select name from public.leads; grant select on public.lead_names to ringfence_app',
    'a history that a trigger fills': COPY('security definer'),
    'a history that a trigger fills as its caller': COPY(''),
  },
});

async function viewsAskAsTheirReader({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(
    `
    select c.oid::regclass::text as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and (
      c.relkind = 'v' and coalesce(array_to_string(c.reloptions, ','), '') !~ 'security_invoker=(true|on|1)'
      or c.relkind = 'm' and exists (select from unnest($1::text[]) role where has_table_privilege(role, c.oid, 'select')))`,
    [[...RUN_TIME_LOG_INS.map((logIn) => `ringfence_${logIn}`), 'public']],
  );
  expect(rows).toEqual([]);
}

attackCatalogue('ATK-010 every view asks as its reader', viewsAskAsTheirReader, {
  greenWith: { 'one that does': 'create view public.lead_names with (security_invoker = true) as select name from public.leads' },
  redWith: {
    'one that asks as its owner': 'create view public.lead_names as select name from public.leads',
    'a materialized one that somebody may read':
      'create materialized view public.lead_names as select name from public.leads; grant select on public.lead_names to ringfence_worker',
  },
});

async function triggersActAsTheirCaller({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(`
    select t.tgrelid::regclass::text as table, t.tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname not in ('graphile_worker') and p.prosecdef and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ 'Definer'`);
  expect(rows).toEqual([]);
}

attackCatalogue('ATK-019 a trigger acts with the rights of its caller, or says why not', triggersActAsTheirCaller, {
  redWith: { 'one with more rights': COPY('security definer') },
});

async function everyTableIsSomebodys({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(
    `
    with recursive reachable as (
      select 'public.organizations'::regclass::oid as rel union
      select k.conrelid from pg_constraint k join reachable on k.confrelid = rel where k.contype = 'f')
    select c.oid::regclass::text as table, rel is not null as reachable from pg_class c
    join pg_namespace n on n.oid = c.relnamespace left join reachable on rel = c.oid
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and not exists (select from pg_attribute where attrelid = c.oid and attname = 'org_id' and not attisdropped)
      and (coalesce(obj_description(c.oid, 'pg_class'), '') !~ 'Belongs to no tenant: .{10,}'
        or rel is not null and exists (select from unnest($1::text[]) role where has_table_privilege(role, c.oid, 'select')))`,
    [RUN_TIME_LOG_INS.filter((logIn) => logIn !== 'identity').map((logIn) => `ringfence_${logIn}`)],
  );
  expect(rows).toEqual([]);
  const reach = await clients.superuser.query(`select has_schema_privilege('ringfence_app', 'graphile_worker', 'usage') as may`);
  expect(reach.rows, 'the queue, which has tables of its own, is out of reach of requests').toEqual([{ may: false }]);
}

attackCatalogue('ATK-017 every table carries its organisation, or says why it belongs to none', everyTableIsSomebodys, {
  redWith: {
    'a join table without one':
      'create table public.call_leads (call_org uuid, call_id uuid, foreign key (call_org, call_id) references public.calls (org_id, id))',
    'a child that says it belongs to none, and can be read for any': `create table public.call_leads (call_org uuid, call_id uuid, foreign key (call_org, call_id) references public.calls (org_id, id));
       comment on table public.call_leads is 'Belongs to no tenant: although it does.';
       grant select on public.call_leads to ringfence_app`,
    'an organisation in a text': 'create table public.notes (data jsonb)',
  },
});

async function globalTablesAreReadOnly({ a, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const tables = await listGlobalTables(clients.superuser);
  expect(tables.length).toBeGreaterThan(5);
  for (const { name, columns } of tables) {
    const column = columns[0]?.name ?? '';
    for (const statement of [`insert into ${name} default values`, `update ${name} set "${column}" = "${column}"`, `delete from ${name}`]) {
      expect(await inTransaction('app', a.owner, (client) => attempt(client, statement)), statement).toMatchObject({ code: '42501' });
    }
  }
}

attack('ATK-018 what belongs to no organisation can be changed by none', globalTablesAreReadOnly, {
  redWith: {
    'a heartbeat that the app may write': 'grant update on public.worker_heartbeats to ringfence_app',
    'a list for everybody': 'create table public.prefixes (prefix text); grant insert on public.prefixes to ringfence_app',
  },
});
