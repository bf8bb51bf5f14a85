import type { Client } from 'pg';

export interface BrokenRule {
  readonly table: string;
  readonly rule: string;
}

const FOUND = `found as (
  select c.oid as rel, format('%I.%I', n.nspname, c.relname) as name, c.relname, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and exists (
    select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped)),
mine as (
  select p.*, found.name,
    p.polroles <> array['ringfence_lookup'::regrole::oid] as is_tenants
  from pg_policy p join found on found.rel = p.polrelid)`;

const OF_TENANT = '(org_id = ( SELECT auth_org_id() AS auth_org_id))';
/** That alone, or that and more. As Postgres prints an expression, a third bracket before it would mean OR. */
const NARROWS = String.raw`^(\(org_id = \( SELECT auth_org_id\(\) AS auth_org_id\)\)|\(\(org_id = \( SELECT auth_org_id\(\) AS auth_org_id\)\) AND .*\))$`;

/** By rule of the contract, the tables that break it. */
const RULES: Readonly<Record<string, string>> = {
  'org_id is a uuid and never null': `select name from found where not exists (
     select from pg_attribute where attrelid = rel and attname = 'org_id' and atttypid = 'uuid'::regtype and attnotnull)`,
  'the primary key is (org_id, id)': `select name from found where not exists (
     select from pg_index i where i.indrelid = rel and i.indisprimary and pg_get_indexdef(i.indexrelid) like '%(org_id, id)')`,
  'row-level security is on and forced': 'select name from found where not (relrowsecurity and relforcerowsecurity)',
  'a policy for each verb': `select name from found, unnest(array['r', 'a', 'w', 'd']) verb where not exists (
     select from mine where polrelid = found.rel and polcmd in (verb, '*') and is_tenants)`,
  'one permissive policy a verb, so that none widens another': `select name from mine where is_tenants and polpermissive
     group by name, polcmd having count(*) > 1 union select name from mine where polcmd = '*' and polpermissive`,
  'every policy asks auth_org_id(), and whatever else it asks only narrows that': `select name from mine where is_tenants and (
     coalesce(pg_get_expr(polqual, polrelid), '${OF_TENANT}') !~ '${NARROWS}' or coalesce(pg_get_expr(polwithcheck, polrelid), '${OF_TENANT}') !~ '${NARROWS}')`,
  'a policy has org in its name': `select name from mine where polname not like '%org%'`,
  'a foreign key to another tenant table carries org_id': `select found.name from found join pg_constraint k on k.conrelid = found.rel and k.contype = 'f'
     join found target on target.rel = k.confrelid where not exists (
       select from unnest(k.conkey, k.confkey) pair (own, theirs)
       join pg_attribute o on o.attrelid = k.conrelid and o.attnum = own and o.attname = 'org_id'
       join pg_attribute t on t.attrelid = k.confrelid and t.attnum = theirs and t.attname = 'org_id')`,
  'on delete set null leaves org_id alone': `select name from found join pg_constraint k on k.conrelid = rel and k.contype = 'f' and k.confdeltype in ('n', 'd')
     where k.confdelsetcols is null or exists (select from pg_attribute where attrelid = rel and attname = 'org_id' and attnum = any (k.confdelsetcols))`,
  'a unique key begins with org_id': `select name from found join pg_index i on i.indrelid = rel and i.indisunique
     where (select attname from pg_attribute where attrelid = rel and attnum = i.indkey[0]) <> 'org_id'`,
  'org_id is kept by a trigger': `select name from found where not exists (
     select from pg_trigger where tgrelid = rel and tgfoid = 'tenancy.keep_org()'::regprocedure and tgenabled in ('O', 'A'))`,
  'an index that begins with org_id': `select name from found where not exists (
     select from pg_index i join pg_attribute a on a.attrelid = rel and a.attnum = i.indkey[0] where i.indrelid = rel and a.attname = 'org_id')`,
  'no rule rewrites its statements': `select name from found where exists (select from pg_rewrite where ev_class = rel)`,
};

/** Looks at every tenant table in the catalogue; empty where all is well. */
export async function listBrokenRules(superuser: Client): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await superuser.query<{ name: string }>(`with ${FOUND} select distinct name from (${query}) broken order by 1`);
    broken.push(...rows.map(({ name }) => ({ table: name, rule })));
  }
  return broken;
}
