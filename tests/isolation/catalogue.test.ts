import { verifyTenancy } from '@ringfence/tenancy/verify';
import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { listBrokenRules } from './database/broken-rules.ts';
import { attempt } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';

async function everyRuleHolds({ clients }: AttackedDatabase): Promise<void> {
  expect((await listTenantTables(clients.superuser)).length).toBeGreaterThan(10);
  expect(await listBrokenRules(clients.superuser)).toEqual([]);
}

const NOTES =
  'create table public.notes (org_id uuid not null references public.organizations (org_id), id uuid not null, primary key (org_id, id))';
const PROTECT = `call tenancy.protect_table('public.notes')`;

attackCatalogue('ATK-005 no policy widens another', everyRuleHolds, {
  redWith: {
    'a policy for support': 'create policy leads_org_support on public.leads for select using (true)',
    'a policy for one role more': 'create policy leads_org_share on public.leads for select to ringfence_app using (true)',
    'a policy for all verbs': 'create policy leads_org_all on public.leads using (org_id = (select public.auth_org_id()))',
    'a policy that asks for more than the tenant':
      'alter policy leads_org_select on public.leads using (org_id = (select public.auth_org_id()) or note is null)',
  },
});

attackCatalogue('ATK-006 a new table that forgets a rule is found by its name', everyRuleHolds, {
  greenWith: { 'a table that keeps them all': `${NOTES}; ${PROTECT}` },
  redWith: {
    'no row-level security': NOTES,
    'not forced': `${NOTES}; ${PROTECT}; alter table public.notes no force row level security`,
    'a policy missing': `${NOTES}; ${PROTECT}; drop policy notes_org_delete on public.notes`,
    'a policy of another name': `${NOTES}; ${PROTECT}; alter policy notes_org_select on public.notes rename to notes_select`,
    'a key of its own': `create table public.notes (org_id uuid not null, id uuid primary key); ${PROTECT}`,
    'an org_id of text': `create table public.notes (org_id text not null, id uuid not null, primary key (org_id, id))`,
    'a unique key across organisations': `${NOTES}; ${PROTECT}; alter table public.notes add column slug text unique`,
    'a unique index across organisations': `${NOTES}; ${PROTECT}; create unique index on public.notes (id)`,
    'no trigger': `${NOTES}; ${PROTECT}; drop trigger notes_keep_org on public.notes`,
    'a rule': `${NOTES}; ${PROTECT}; create rule copy as on insert to public.notes do also notify copied`,
  },
});

async function verifyIsContent({ clients }: AttackedDatabase): Promise<void> {
  const query = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await clients.superuser.query(text, [...values])).rows as Row[];
  const verified = await verifyTenancy(query, { exemptRoles: ['ringfence_lookup'] });
  expect(verified.length).toBeGreaterThan(60);
  expect(verified.filter(({ ok }) => !ok)).toEqual([]);
}

attackCatalogue('ATK-006 ringfence verify names the table and the rule', verifyIsContent, {
  greenWith: { 'a table that keeps them all': `${NOTES}; ${PROTECT}` },
  redWith: {
    'no row-level security': NOTES,
    'not forced': `${NOTES}; ${PROTECT}; alter table public.notes no force row level security`,
    'a policy missing': `${NOTES}; ${PROTECT}; drop policy notes_org_delete on public.notes`,
    'a policy that lets all through': `${NOTES}; ${PROTECT}; alter policy notes_org_select on public.notes using (true)`,
    'a second policy that lets all through': 'create policy leads_org_support on public.leads for select using (true)',
    'a key of its own': `create table public.notes (org_id uuid not null, id uuid primary key); ${PROTECT}`,
    'a null allowed':
      'alter table public.audit_log drop constraint audit_log_pkey; alter table public.audit_log alter column org_id drop not null',
    'a table that belongs to nobody and does not say why': 'create table public.prefixes (prefix text primary key)',
  },
});

async function nothingUngranted({ clients, inTransaction }: AttackedDatabase): Promise<void> {
  await clients.owner.query('create table public.forgotten (org_id uuid not null, id uuid not null, primary key (org_id, id))');
  try {
    for (const statement of [
      'select from public.forgotten',
      'insert into public.forgotten default values',
      'delete from public.forgotten',
    ]) {
      const outcome = await inTransaction('app', null, (client) => attempt(client, statement));
      expect(outcome, statement).toMatchObject({ code: '42501' });
    }
  } finally {
    await clients.owner.query('drop table public.forgotten');
  }
}

attack('ATK-006 a table that nobody granted can be used by nobody', nothingUngranted, {
  redWith: {
    'tables granted by default':
      'alter default privileges for role ringfence_owner in schema public grant select on tables to ringfence_app',
  },
});

attackCatalogue('ATK-008 org_id is never null', everyRuleHolds, {
  redWith: {
    'a null allowed':
      'alter table public.audit_log drop constraint audit_log_pkey; alter table public.audit_log alter column org_id drop not null',
  },
});

attackCatalogue('ATK-014 a partition or an inheritance child is a tenant table of its own', everyRuleHolds, {
  greenWith: {
    'a partition that is protected': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id)) partition by hash (org_id);
       create table public.notes_0 partition of public.notes for values with (modulus 1, remainder 0);
       call tenancy.protect_table('public.notes'); drop trigger notes_keep_org on public.notes;
       call tenancy.protect_table('public.notes_0');
       create trigger notes_keep_org before update of org_id on public.notes for each row execute function tenancy.keep_org()`,
  },
  redWith: {
    'a partition left bare': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id)) partition by hash (org_id);
       call tenancy.protect_table('public.notes');
       create table public.notes_0 partition of public.notes for values with (modulus 1, remainder 0)`,
    'a child left bare': 'create table public.old_leads () inherits (public.leads)',
  },
});
