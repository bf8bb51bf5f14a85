import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt, countOf } from './database/statement.ts';

const OURS = `pronamespace::regnamespace::text in ('public', 'tenancy', 'identity', 'ringfence')`;
const ROLES = RUN_TIME_LOG_INS.map((logIn) => `'ringfence_${logIn}'`).join(', ');

async function list(client: Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

async function definersAreNarrow({ clients }: AttackedDatabase): Promise<void> {
  const client = clients.superuser;
  const definers = `from pg_proc p where prosecdef and ${OURS}`;
  expect(await countOf(client, `select count(*) ${definers}`)).toBeGreaterThan(5);
  expect({
    'owned by another': await list(
      client,
      `select p.oid::regprocedure::text as name ${definers} and proowner not in ('ringfence_owner'::regrole, 'ringfence_lookup'::regrole)`,
    ),
    'for everybody': await list(
      client,
      `select p.oid::regprocedure::text as name ${definers} and has_function_privilege('public', p.oid, 'execute')`,
    ),
    'without a reason': await list(
      client,
      `select p.oid::regprocedure::text as name ${definers} and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ 'Definer'`,
    ),
    'told its tenant': await list(
      client,
      `select p.oid::regprocedure::text as name ${definers} and exists (
      select from unnest(proargnames, coalesce(proargmodes, array_fill('i'::"char", array[pronargs]))) argument (name, mode)
      where argument.mode = 'i' and argument.name ~ '(^|_)(org|organization|tenant)(_id)?$')
      and exists (select from unnest(array[${ROLES}]) role where has_function_privilege(role, p.oid, 'execute'))`,
    ),
  }).toEqual({ 'owned by another': [], 'for everybody': [], 'without a reason': [], 'told its tenant': [] });
}

const READS_ALL = (
  name: string,
  args: string,
) => `create function public.${name}(${args}) returns bigint language sql stable security definer
  set search_path = pg_catalog, pg_temp as 'select count(*) from public.leads'; alter function public.${name} owner to ringfence_lookup;
  comment on function public.${name} is 'Definer of ringfence_lookup: a test.'; revoke execute on function public.${name} from public`;

attackCatalogue(
  'ATK-011 a function with more rights than its caller is narrow, owned, commented, and not for everybody',
  definersAreNarrow,
  {
    greenWith: { 'one that keeps the rules': READS_ALL('count_leads', '') },
    redWith: {
      'one that is told its tenant': `${READS_ALL('count_leads', 'org_id uuid')}; grant execute on function public.count_leads to ringfence_app`,
      'one that everybody may call': `${READS_ALL('count_leads', '')}; grant execute on function public.count_leads to public`,
      'one without a reason': `${READS_ALL('count_leads', '')}; comment on function public.count_leads is null`,
      'one that a superuser owns': `${READS_ALL('count_leads', '')}; alter function public.count_leads owner to postgres`,
    },
  },
);

async function foreignTenantsAreRefused({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const forged = `0123456789ab.${b.orgId}.user.${b.owner.actor.id}.9999999999.${'0'.repeat(64)}`;
  await inTransaction('app', a.owner, async (client) => {
    expect(await attempt(client, 'select tenancy.enter_tenant($1)', [forged]), 'a forged context').toMatchObject({ code: 'TN001' });
    expect(await attempt(client, 'select tenancy.read_context($1)', [forged]), 'reading a context').toMatchObject({ code: '42501' });
    expect(
      await attempt(client, 'select tenancy.admit($1, $2, $3)', [b.orgId, 'user', b.owner.actor.id]),
      'asking for a member',
    ).toMatchObject({ code: '42501' });
    expect(
      await attempt(client, 'select public.create_organization($1, $2, null)', ['Mine', 'UTC']),
      'an organisation of nobody',
    ).toMatchObject({ code: '42501' });
    expect(await attempt(client, 'select public.list_organizations()'), 'all organisations').toMatchObject({ code: '42501' });
    expect(
      await attempt(client, 'select public.enqueue_job($1, $2, 1, $3)', ['test', JSON.stringify({ orgId: b.orgId }), 'key']),
    ).toMatchObject({ rows: 1, code: null });
    await client.query('commit');
  });
  const own = await countOf(
    clients.superuser,
    `select count(*) from graphile_worker._private_jobs where key = $1 and payload ->> 'orgId' = $2`,
    [`${a.orgId}:test:key`, a.orgId],
  );
  expect(own, "a job that names another organisation is one's own").toBe(1);
}

attack("ATK-011 no such function answers for another organisation's tenant", foreignTenantsAreRefused, {
  redWith: {
    'a queue that believes the payload': `create or replace function public.enqueue_job(task text, payload jsonb, max_attempts integer, key text, run_at timestamptz default null) returns uuid
       language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
       perform graphile_worker.add_job(identifier => task, payload => payload::json, max_attempts => max_attempts, job_key => concat_ws(':', payload ->> 'orgId', task, key)); return null; end $$`,
    'a look at the members for everybody': 'grant execute on function tenancy.admit(uuid, text, text) to public',
  },
});

async function namesAreFixed({ clients, inTransaction }: AttackedDatabase): Promise<void> {
  const loose = await list(
    clients.superuser,
    `select p.oid::regprocedure::text as name from pg_proc p where ${OURS} and coalesce(array_to_string(proconfig, ';'), '') !~ 'search_path=pg_catalog, (.*, )?pg_temp(;|$)'`,
  );
  expect(loose, 'functions without a fixed search_path').toEqual([]);
  const makers = await list(
    clients.superuser,
    `select role || ' in ' || nspname as name from unnest(array[${ROLES}, 'public']) role, pg_namespace where has_schema_privilege(role, oid, 'create') and nspname !~ '^pg_(toast_)?temp'`,
  );
  expect(makers, 'roles that may make things').toEqual([]);
  for (const logIn of RUN_TIME_LOG_INS) {
    for (const statement of [
      'create temporary table memberships (org_id uuid, user_id uuid, role text)',
      `create function pg_temp.auth_org_id() returns uuid language sql as 'select null::uuid'`,
      `create function public.auth_org_id(text) returns uuid language sql as 'select null::uuid'`,
      'create table public.memberships_2 (org_id uuid)',
      'create schema mine',
    ]) {
      expect(await inTransaction(logIn, null, (client) => attempt(client, statement)), `${logIn}: ${statement}`).toMatchObject({
        code: '42501',
      });
    }
  }
  await inTransaction('owner', null, async (client) => {
    expect(await attempt(client, 'create table public.memberships_2 (org_id uuid)'), 'the owner').toMatchObject({ code: null });
  });
}

attack('ATK-012 nobody who serves requests can put a name before ours', namesAreFixed, {
  redWith: {
    'a function that looks where the caller says': `create function public.one() returns int language sql as 'select 1'`,
    'public open for making': 'grant create on schema public to ringfence_app',
    'temporary tables': `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
  },
});
