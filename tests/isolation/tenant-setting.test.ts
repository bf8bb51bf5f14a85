import { createHmac } from 'node:crypto';
import type { ContextKey } from '@ringfence/tenancy';
import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { mayUse } from './database/privileges.ts';
import { attempt } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';

const SET = `select pg_catalog.set_config('tenancy.context', $1, true)`;

async function readableTables({ clients }: AttackedDatabase): Promise<FoundTable[]> {
  const readable: FoundTable[] = [];
  for (const table of await listTenantTables(clients.superuser)) if (await mayUse(clients.app, 'select', table)) readable.push(table);
  expect(readable.length).toBeGreaterThan(10);
  return readable;
}

async function expectNobody(client: Client, tables: readonly FoundTable[], what: string): Promise<void> {
  const isNobody = await attempt(client, 'select where public.auth_org_id() is null');
  expect(isNobody, what).toMatchObject({ rows: 1, code: null });
  for (const { name } of tables) {
    expect(await attempt(client, `select from ${name}`), `${what}: ${name}`).toMatchObject({ rows: 0, code: null });
  }
}

async function emptyIsNobody(database: AttackedDatabase): Promise<void> {
  const { a, clients, inTransaction } = database;
  const tables = await readableTables(database);
  await inTransaction('app', a.owner, async (client) => {
    for (const { name } of tables) {
      expect((await attempt(client, `select from ${name}`)).rows, `${name}: its own rows, to a member`).toBeGreaterThan(0);
    }
  });
  const { rows } = await clients.app.query(`select pg_catalog.current_setting('tenancy.context', true) as left`);
  expect(rows, 'what a local setting leaves behind').toEqual([{ left: '' }]);
  await inTransaction('app', null, (client) => expectNobody(client, tables, 'the setting that was left'));
  await inTransaction('app', a.owner, async (client) => {
    await client.query(SET, ['']);
    await expectNobody(client, tables, 'emptied inside a tenant');
  });
}

attack("ATK-037 an empty setting is nobody's: no rows, and no error", emptyIsNobody, {
  redWith: {
    'a tenant read without a look at what is empty': `create or replace function public.auth_org_id() returns uuid language sql stable
       security definer set search_path = pg_catalog, pg_temp as $$ select split_part(current_setting('tenancy.context', true), '.', 2)::uuid $$`,
    'a tenant where there is none': `create or replace function public.auth_org_id() returns uuid language sql stable security definer
       set search_path = pg_catalog, pg_temp as 'select min(org_id::text)::uuid from public.organizations'; alter function public.auth_org_id() owner to postgres`,
  },
});

/** Signed with the key that the database knows: only the form is wrong, as after a mistake of the application's own. */
function rightlySigned({ id, key }: ContextKey, ...parts: readonly string[]): string {
  const told = [id, ...parts].join('.');
  return `${told}.${createHmac('sha256', key).update(told).digest('hex')}`;
}

async function malformedMatchesNobody(database: AttackedDatabase): Promise<void> {
  const { a, b, sign, contextKey: key, inTransaction } = database;
  const genuine = sign(b.owner);
  const malformed = {
    'a word': 'x',
    blanks: ' ',
    'an id alone': b.orgId,
    'half an id': b.orgId.slice(0, 18),
    'five parts': genuine.slice(0, genuine.lastIndexOf('.')),
    'seven parts': `${genuine}.x`,
    'a signed word in the place of an id': rightlySigned(key, 'acme', 'user', b.owner.actor.id, '9999999999'),
    'a signed nothing in the place of an id': rightlySigned(key, '', 'user', b.owner.actor.id, '9999999999'),
    'a signed id that is cut off': rightlySigned(key, b.orgId.slice(0, -1), 'user', b.owner.actor.id, '9999999999'),
    'a signed end that is no time': rightlySigned(key, b.orgId, 'user', b.owner.actor.id, 'soon'),
  };
  for (const [what, setting] of Object.entries(malformed)) {
    await inTransaction('app', a.owner, async (client) => {
      await client.query(SET, [setting]);
      for (const statement of [
        'select public.auth_org_id()',
        'select from public.leads',
        `select from public.calls where org_id = '${b.orgId}'`,
      ]) {
        expect(await attempt(client, statement), `${what}: ${statement}`).toMatchObject({
          rows: 0,
          code: expect.stringMatching(/^22(?:023|P02)$/),
        });
      }
    });
  }
  await inTransaction('app', null, async (client) => {
    await client.query(SET, [genuine]);
    expect(await attempt(client, 'select from public.leads'), 'the same, whole').toMatchObject({ rows: 1, code: null });
  });
}

const READ_CONTEXT = 'tenancy.read_context(text)';
const CHANGED = (from: string, to: string) =>
  `do $do$ begin execute replace(pg_get_functiondef('${READ_CONTEXT}'::regprocedure), $$${from}$$, $$${to}$$); end $do$`;

attack('ATK-037 a malformed setting is an error and never a match', malformedMatchesNobody, {
  redWith: {
    'parts that are not counted': CHANGED('cardinality(part) is distinct from 6', 'false'),
    'an id that is taken from wherever it is': CHANGED(
      'return part;',
      `part[2] := substring(context from '[0-9a-f]{8}-[0-9a-f-]{27}'); return part;`,
    ),
    'a setting that fails and falls back on somebody': `create or replace function public.auth_org_id() returns uuid language plpgsql stable security definer
       set search_path = pg_catalog, pg_temp as $$ begin return (tenancy.read_context(current_setting('tenancy.context', true)))[2]::uuid;
       exception when others then return (select min(org_id::text)::uuid from public.organizations); end $$; alter function public.auth_org_id() owner to postgres`,
  },
});
