import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { mayUse } from './database/privileges.ts';
import { attempt } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';
import { productFilesWith } from './product-sources.ts';

/** What an attacker would put first in the search path, had he the right to make anything: our names and Postgres's, in his favour. */
const IN_HIS_FAVOUR = (orgId: string) => `
  create schema his;
  create function his.auth_org_id() returns uuid language sql stable as $$ select '${orgId}'::uuid $$;
  create function his.auth_role() returns text language sql stable as $$ select 'owner' $$;
  create function his.always(uuid, uuid) returns boolean language sql immutable as $$ select true $$;
  create operator his.= (leftarg = uuid, rightarg = uuid, function = his.always);
  create function his.current_setting(text, boolean) returns text language sql stable as $$ select '' $$;
  grant usage on schema his to public; grant execute on all functions in schema his to public`;

async function policiesAskOurs({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const tables = await listTenantTables(clients.superuser);
  await inTransaction('superuser', a.owner, async (client) => {
    await client.query(IN_HIS_FAVOUR(b.orgId));
    await client.query('set local role ringfence_app');
    await client.query('set local search_path = his, pg_catalog, public, pg_temp');
    const { rows } = await client.query('select auth_org_id() as asked, public.auth_org_id() as ours');
    expect(rows, 'his stands first').toEqual([{ asked: b.orgId, ours: a.orgId }]);
    for (const table of tables) {
      if (!(await mayUse(client, 'select', table))) continue;
      expect(await ownersIn(client, table.name), table.name).toEqual([a.orgId]);
    }
    const gift = await attempt(client, `insert into public.leads (org_id, name, phone) values ($1, 'Gift', '+4915100000050')`, [b.orgId]);
    expect(gift).toMatchObject({ code: '42501' });
    const own = await attempt(client, `insert into public.leads (org_id, name, phone) values ($1, 'Own', '+4915100000050')`, [a.orgId]);
    expect(own, "one's own").toMatchObject({ rows: 1, code: null });
  });
}

async function ownersIn(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ owner: string }>(`select distinct org_id::text as owner from ${table}`);
  return rows.map(({ owner }) => owner);
}

const TENANT_BY_NAME = `create function public.tenant_by_name() returns uuid language plpgsql stable as 'begin return auth_org_id(); end'`;

attack('ATK-050 whatever stands first in the search path, policies ask our function', policiesAskOurs, {
  redWith: {
    'a policy whose function looks where its caller says': `${TENANT_BY_NAME};
       alter policy leads_org_select on public.leads using (org_id = (select public.tenant_by_name()))`,
    'a context that is read where its caller says': `alter function public.auth_org_id() reset search_path`,
  },
});

/** Our own functions, where a body calls one without its schema. */
const CALLED_BY_BARE_NAME = `
  with ours as (select p.oid, p.proname, p.prosrc from pg_proc p where p.pronamespace::regnamespace::text in ('public', 'tenancy', 'ringfence')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))
  select caller.oid::regprocedure::text as name from ours caller
  where exists (select from ours called where caller.prosrc ~ ('(^|[^.\\w])' || called.proname || '\\s*\\('))`;

const ASKS_ANOTHER = `
  select p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
  where p.polroles = '{0}' and c.relnamespace = 'public'::regnamespace and not exists (
    select from pg_depend d where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
      and d.refobjid = 'public.auth_org_id()'::regprocedure)`;

/** Not those that look at other people's SQL, and know every way to spell it. */
const ASKING = /^(?!packages\/audit\/|packages\/tenancy\/src\/verify\/).*\.ts$/;

async function namesAreWhole({ clients }: AttackedDatabase): Promise<void> {
  const names = async (query: string) => (await clients.superuser.query<{ name: string }>(query)).rows.map(({ name }) => name);
  expect(await names(CALLED_BY_BARE_NAME), 'calls without a schema').toEqual([]);
  expect(await names(ASKS_ANOTHER), 'policies that do not depend on our function itself').toEqual([]);
  const ours = await names(
    `select distinct proname as name from pg_proc where pronamespace::regnamespace::text in ('public', 'tenancy') and proname like '%\\_%'`,
  );
  expect(ours.length).toBeGreaterThan(15);
  const bare = new RegExp(String.raw`(?<![.\w])(?:${ours.join('|')})\(`);
  expect('select auth_org_id()').toMatch(bare);
  expect(await productFilesWith(bare, ASKING), 'files that call without a schema').toEqual([]);
}

attackCatalogue('ATK-050 what is ours is called with its schema, and policies know it by itself and not by name', namesAreWhole, {
  redWith: {
    'a function that calls without a schema': TENANT_BY_NAME,
    'a policy that asks a namesake': `create schema other; create function other.auth_org_id() returns uuid language sql stable as 'select null::uuid';
       alter policy leads_org_select on public.leads using (org_id = (select other.auth_org_id()))`,
  },
});
