import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt, countOf } from './database/statement.ts';

const CANARY = 'canary-51d2';

/** What Postgres itself keeps of rows and statements, for everybody to ask. */
const STATISTICS = [
  'pg_catalog.pg_stats',
  'pg_catalog.pg_stats_ext',
  'pg_catalog.pg_stats_ext_exprs',
  'pg_catalog.pg_statistic',
  'pg_catalog.pg_statistic_ext_data',
  'pg_catalog.pg_stat_activity',
  'pg_catalog.pg_prepared_statements',
  'pg_catalog.pg_cursors',
];

async function statisticsTellNoValue({ b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  await inTransaction('app', b.owner, async (client) => {
    await client.query('update public.leads set name = $1, note = $1', [CANARY]);
    await client.query('commit');
  });
  await clients.superuser.query('analyze public.leads');
  expect(await viewsWith(clients.superuser), 'what a superuser finds').toContain('pg_catalog.pg_stats');
  for (const logIn of RUN_TIME_LOG_INS) expect(await viewsWith(clients[logIn]), `what ${logIn} finds`).toEqual([]);
}

async function viewsWith(client: Client): Promise<string[]> {
  const found: string[] = [];
  await client.query('begin');
  for (const view of STATISTICS) {
    const outcome = await attempt(client, `select from ${view} t where t::text like $1 limit 1`, [`%${CANARY}%`]);
    if (outcome.rows > 0) found.push(view);
  }
  await client.query('rollback');
  return found;
}

attack('ATK-028 no statistic shows a value of another organisation', statisticsTellNoValue, {
  redWith: {
    'row-level security off, which keeps pg_stats from showing': 'alter table public.leads disable row level security',
  },
});

async function nobodyReadsOthersStatements({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(
    `select r.rolname, g.rolname as of from unnest($1::text[]) name join pg_roles r on r.rolname = name,
       unnest(array['pg_read_all_stats', 'pg_monitor', 'pg_read_all_data', 'pg_read_all_settings', 'pg_stat_scan_tables', 'pg_signal_backend']) member
     join pg_roles g on g.rolname = member where pg_has_role(r.oid, g.oid, 'member')`,
    [RUN_TIME_LOG_INS.map((logIn) => `ringfence_${logIn}`)],
  );
  expect(rows).toEqual([]);
  const { rows: readable } = await clients.superuser.query(
    `select role, c.oid::regclass::text as name from unnest($1::text[]) role, pg_class c
     where c.relname in ('pg_stat_statements', 'pg_stat_statements_info', 'pg_statistic', 'pg_statistic_ext_data') and c.relkind in ('r', 'v')
       and has_table_privilege(role, c.oid, 'select')`,
    [RUN_TIME_LOG_INS.map((logIn) => `ringfence_${logIn}`)],
  );
  expect(readable).toEqual([]);
}

attackCatalogue('ATK-028 no log-in that serves requests may read the statements or statistics of others', nobodyReadsOthersStatements, {
  redWith: {
    'the app a monitor': 'grant pg_monitor to ringfence_app',
    'the worker a reader of statistics': 'grant pg_read_all_stats to ringfence_worker',
    'statistics granted': 'grant select on pg_catalog.pg_statistic to ringfence_app',
  },
});

async function nothingCountsForAll({ clients }: AttackedDatabase): Promise<void> {
  const { rows: counters } = await clients.superuser.query(
    `select c.oid::regclass::text as sequence from pg_class c where c.relkind = 'S' and c.relnamespace::regnamespace::text not in ('graphile_worker')`,
  );
  expect(counters, 'sequences that all organisations would share').toEqual([]);
  const { rows: counted } = await clients.superuser.query(
    `select a.attrelid::regclass::text || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ('public', 'identity', 'tenancy', 'ringfence') and a.attidentity <> ''`,
  );
  expect(counted, 'columns that count').toEqual([]);
  expect(
    await countOf(
      clients.superuser,
      `select count(*) from pg_attribute where attname = 'id' and atttypid = 'uuid'::regtype and attrelid = 'public.calls'::regclass`,
    ),
  ).toBe(1);
  const { rows: reach } = await clients.superuser.query(
    `select role from unnest($1::text[]) role, pg_class c where c.relkind = 'S' and has_schema_privilege(role, c.relnamespace, 'usage')
       and (has_sequence_privilege(role, c.oid, 'select') or has_sequence_privilege(role, c.oid, 'usage')) and role <> 'ringfence_worker'`,
    [RUN_TIME_LOG_INS.map((logIn) => `ringfence_${logIn}`)],
  );
  expect(reach, "the queue's own counter, to the worker alone").toEqual([]);
}

attackCatalogue('ATK-029 nothing that everybody may see counts for all organisations together', nothingCountsForAll, {
  redWith: {
    'a call number': 'alter table public.calls add column number bigserial',
    'an identity column': 'alter table public.calls add column number bigint generated always as identity',
    'the counter of the queue': `grant usage on schema graphile_worker to ringfence_app;
      do $$ declare name text; begin for name in select oid::regclass::text from pg_class where relkind = 'S' loop execute 'grant select on ' || name || ' to ringfence_app'; end loop; end $$`,
  },
});

/** Ids are random but for their time, which is the row's own: two that follow each other tell nothing of what came between. */
async function idsDoNotCount({ a, inTransaction }: AttackedDatabase): Promise<void> {
  const { rows } = await inTransaction('app', a.owner, (client) =>
    client.query<{ tail: string }>(`select right(public.uuid_v7()::text, 17) as tail from generate_series(1, 500)`),
  );
  const tails = rows.map(({ tail }) => BigInt(`0x${tail.replace('-', '')}`) & 0x3fff_ffff_ffff_ffffn);
  const steps = tails.slice(1).map((tail, index) => tail - (tails[index] ?? 0n));
  expect(new Set(tails).size).toBe(500);
  expect(steps.filter((step) => step > 0n).length, 'as often down as up').toBeGreaterThan(150);
  expect(steps.filter((step) => step < 0n).length, 'as often down as up').toBeGreaterThan(150);
}

attack('ATK-029 an id tells a time and nothing that counts', idsDoNotCount, {
  redWith: {
    'ids that count': `create sequence public.counter; grant usage on public.counter to ringfence_app;
      create or replace function public.uuid_v7() returns uuid language sql volatile set search_path = pg_catalog, pg_temp
        as $$ select ('01990000-0000-7000-8000-' || lpad(to_hex(nextval('public.counter')), 12, '0'))::uuid $$`,
  },
});
