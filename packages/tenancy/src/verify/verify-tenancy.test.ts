import { testDatabase } from '@ringfence/testing/database';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import type { Verified } from './verified.ts';
import { verifyTenancy } from './verify-tenancy.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTES = `create table public.notes (org_id uuid not null references public.organizations (org_id), id uuid not null, call_id uuid, primary key (org_id, id));
  call tenancy.protect_table('public.notes');`;

/** What fails on a copy of the migrated database, as `table: check: found`. */
async function failuresAfter(sin: string, as: 'superuser' | 'owner' = 'superuser'): Promise<string[]> {
  const database = await testDatabase({ sin });
  const client = new Client({ connectionString: database.urls[as] });
  await client.connect();
  try {
    const query = async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[];
    const verified = await verifyTenancy(query, { exemptRoles: ['ringfence_lookup'] });
    return verified.filter((each: Verified) => !each.ok).map(({ table, check, found }) => `${table}: ${check}: ${found}`);
  } finally {
    await client.end();
    await database.close();
  }
}

test('a migrated database passes, and so does a new table that keeps the rules', async () => {
  expect(await failuresAfter(NOTES)).toEqual([]);
});

test('the owner of the tables, whom policies hide every row from, comes to the same', async () => {
  expect(await failuresAfter(NOTES, 'owner')).toEqual([]);
  const nullable =
    'alter table public.audit_log drop constraint audit_log_pkey; alter table public.audit_log alter column org_id drop not null';
  expect(await failuresAfter(nullable, 'owner')).toContain(
    'public.audit_log: no null rows: not seen: policies hide the rows from this role',
  );
});

test.each([
  [
    'a row without an organisation',
    `create table public.notes (org_id uuid, id uuid); insert into public.notes values (null, null), (null, null)`,
    'public.notes: no null rows: 2 rows',
  ],
  [
    'a policy that only looks as if',
    `${NOTES} alter policy notes_org_select on public.notes using (org_id = (select public.auth_org_id()) or call_id is null)`,
    'public.notes: policies: notes_org_select does not go through auth_org_id()',
  ],
  [
    'a write checked by nothing',
    `${NOTES} alter policy notes_org_update on public.notes with check (true)`,
    'public.notes: policies: notes_org_update does not go through auth_org_id()',
  ],
  [
    'a policy that does not say org',
    `${NOTES} alter policy notes_org_delete on public.notes rename to notes_delete`,
    'public.notes: policies: notes_delete does not say org in its name',
  ],
  ['a verb without a policy', `${NOTES} drop policy notes_org_insert on public.notes`, 'public.notes: policies: none for insert'],
  [
    'a key to a call by its id alone',
    `alter table public.calls add unique (id); ${NOTES} alter table public.notes add constraint of_call foreign key (call_id) references public.calls (id)`,
    'public.notes: foreign keys: of_call does not carry org_id',
  ],
  [
    'a key that nulls the organisation',
    `${NOTES} alter table public.notes add constraint of_call foreign key (org_id, call_id) references public.calls (org_id, id) on delete set null`,
    'public.notes: foreign keys: of_call nulls org_id',
  ],
  [
    'a tenant table outside public',
    'create schema side; create table side.notes (org_id uuid not null, id uuid not null, primary key (org_id, id))',
    'side.notes: row-level security: off',
  ],
  [
    'a table that only says that it belongs to nobody',
    `create table public.prefixes (prefix text primary key); comment on table public.prefixes is 'Belongs to no tenant.'`,
    'public.prefixes: belongs to no tenant: no org_id, and no comment that says why',
  ],
])('%s is found', async (_name, sin, failure) => {
  expect(await failuresAfter(sin)).toContain(failure);
});
