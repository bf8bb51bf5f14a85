import { testDatabase } from '@ringfence/testing/database';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { describeDatabase } from './describe-database.fixture.ts';
import { describeSchema } from './describe-schema.fixture.ts';
import * as schema from './index.ts';
import type { SchemaDescription } from './table-description.fixture.ts';

const database = await testDatabase();
const client = new Client({ connectionString: database.urls.superuser });
await client.connect();
afterAll(async () => {
  await client.end();
  await database.close();
});

/** The database as it is, or as it would be after `sin`, which is rolled back. */
async function described(sin = ''): Promise<SchemaDescription> {
  await client.query('begin');
  try {
    await client.query(sin);
    return await describeDatabase(client);
  } finally {
    await client.query('rollback');
  }
}

/** Some lists live in the schema alone, since they may grow without a migration. */
function withoutLooseChoices(ours: SchemaDescription, theirs: SchemaDescription): SchemaDescription {
  return Object.fromEntries(
    Object.entries(ours).map(([name, table]) => {
      const bound = Object.entries(table.choices).filter(([column]) => theirs[name]?.choices[column] !== undefined);
      return [name, { ...table, choices: Object.fromEntries(bound) }];
    }),
  );
}

test('the Drizzle schema and the migrated database say the same of every table', async () => {
  const theirs = await described();
  expect(Object.keys(theirs)).toContain('public.calls');
  expect(withoutLooseChoices(describeSchema(schema), theirs)).toEqual(theirs);
});

test.each([
  ['a table more', 'create table public.extra (id int)'],
  ['a column more', 'alter table public.leads add column extra text'],
  ['a column less', 'alter table public.leads drop column note'],
  ['another type', 'alter table public.leads alter column note type varchar(10)'],
  ['another precision', 'alter table public.calls alter column ended_at type timestamptz(3)'],
  ['a null allowed', 'alter table public.leads alter column name drop not null'],
  ['a default lost', 'alter table public.leads alter column id drop default'],
  ['another default', `alter table public.organizations alter column time_zone set default 'Europe/Berlin'`],
  ['a generation lost', 'alter table public.calls alter column party_number drop expression'],
  ['a primary key of one column', 'alter table public.audit_log drop constraint audit_log_pkey, add primary key (id)'],
  ['a unique key lost', 'alter table public.leads drop constraint leads_org_id_phone_key'],
  [
    'a foreign key that deletes otherwise',
    `alter table public.leads drop constraint leads_org_id_fkey, add foreign key (org_id) references public.organizations (org_id)`,
  ],
  ['an index lost', 'drop index public.idx_leads_org_created_at'],
  [
    'an index in another order',
    'drop index public.idx_audit_log_org_at; create index idx_audit_log_org_at on public.audit_log (org_id, at)',
  ],
  [
    'an index with nulls elsewhere',
    'drop index public.idx_audit_log_org_at; create index idx_audit_log_org_at on public.audit_log (org_id, at desc nulls last)',
  ],
  [
    'an index of another expression',
    'drop index public.idx_leads_keys; create index idx_leads_keys on public.leads using gin (public.word_keys(org_id, note))',
  ],
  [
    'a partial index made whole',
    'drop index public.idx_call_logs_org_parent_reference; create index idx_call_logs_org_parent_reference on public.call_logs (org_id, parent_reference)',
  ],
  [
    'a check that lets in more',
    `alter table public.memberships drop constraint memberships_role_check, add check (role in ('owner', 'admin', 'agent', 'viewer', 'guest'))`,
  ],
  ['a sign-in column more', 'alter table identity.users add column extra text'],
])('%s is noticed', async (_, sin) => {
  const theirs = await described(sin);
  expect(withoutLooseChoices(describeSchema(schema), theirs)).not.toEqual(theirs);
});
