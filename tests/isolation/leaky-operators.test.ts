import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Caller } from '@ringfence/tenancy';
import { expect, test } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { mayUse } from './database/privileges.ts';
import { attempt } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';

/** Filters that fail on whatever row they are shown, or tell of it, by the rows' own values. */
const ORACLES = [
  (name: string) => `select count(*) from ${name} t where 1 / (case when t.org_id = $1 then 0 else 1 end) = 1`,
  (name: string) => `select count(*) from ${name} t where (to_jsonb(t) ->> 'org_id')::integer = 1 or t.org_id = $1`,
  (name: string) => `select count(*) from ${name} t where (case when t.org_id = $1 then t::text else '1' end)::integer = 1`,
];

/** Whatever a filter does, it does to rows of one's own: on those of another it would fail, and with them in a count. */
async function filtersSeeOnesOwn({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  for (const table of await listTenantTables(clients.superuser)) {
    if (!(await mayUse(clients.app, 'select', table))) continue;
    const [divides, , casts] = ORACLES;
    await inTransaction('app', a.owner, async (client) => {
      for (const oracle of [divides, casts]) {
        const text = oracle?.(table.name) ?? '';
        const onOwn = await attempt(client, text, [a.orgId]);
        expect(onOwn.code, `${table.name}: fails on a row of one's own`).toMatch(/^22/);
        expect(await attempt(client, text, [b.orgId]), `${table.name}: never meets a row of another`).toMatchObject({
          rows: 1,
          code: null,
        });
      }
    });
  }
}

attack('ATK-026 no filter is ever shown a row of another organisation', filtersSeeOnesOwn, {
  redWith: {
    'row-level security off on one table': 'alter table public.leads disable row level security',
    'a policy that lets all through': 'alter policy transcript_words_org_select on public.transcript_words using (true)',
  },
});

/** Cheaper than anything else, and telling of one row. */
const TELLTALE = `create function public.telltale(name text) returns boolean language plpgsql cost 0.0001 set search_path = pg_catalog, pg_temp
  as $$ begin if name = 'canary' then raise exception 'seen' using errcode = 'P0001'; end if; return true; end $$;
  grant execute on function public.telltale(text) to ringfence_app`;

async function policyComesFirst({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(`select to_regprocedure('public.telltale(text)') as known`);
  if (rows[0]?.known === null) await clients.superuser.query(TELLTALE);
  await clients.superuser.query(`update public.leads set name = 'canary' where org_id = $1`, [b.orgId]);
  const ask = (caller: Caller) =>
    inTransaction('app', caller, async (client) => {
      await client.query('set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off');
      return attempt(client, 'select count(*) from public.leads where public.telltale(name)');
    });
  expect(await ask(b.owner), 'shown to its own').toMatchObject({ code: 'P0001' });
  expect(await ask(a.owner), 'shown to another').toMatchObject({ code: null });
}

attack('ATK-026 the cheapest operator comes after the policy', policyComesFirst, {
  redWith: { 'one that counts as leakproof': `${TELLTALE}; alter function public.telltale(text) leakproof` },
});

async function nothingIsLeakproof({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(
    `select oid::regprocedure::text as name from pg_proc where proleakproof and pronamespace::regnamespace::text !~ '^(pg_catalog|pg_toast|information_schema)$'`,
  );
  expect(rows).toEqual([]);
}

attackCatalogue('ATK-026 nothing of ours counts as leakproof', nothingIsLeakproof, {
  redWith: { 'one that does': 'alter function public.word_keys(uuid, text) leakproof' },
});

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = '{apps,packages}/*/src/**/*.ts';
const ASKS_FOR_PLAN = /\bexplain\s*[(`]|\bexplain\s+(?:analy[sz]e|verbose|select)\b/i;

async function filesThatExplain(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob([SOURCES, 'db/src/**/*.ts', '{db/migrations,packages/tenancy/sql}/*.sql'], { cwd: ROOT })) {
    if (/\.(?:test|fixture)\.ts$/.test(file)) continue;
    if (ASKS_FOR_PLAN.test(await readFile(join(ROOT, file), 'utf8'))) found.push(file);
  }
  return found;
}

test('ATK-027 no code that serves requests asks for a plan', { timeout: 30_000 }, async () => {
  expect(await filesThatExplain()).toEqual([]);
  expect('explain (analyze) select 1').toMatch(ASKS_FOR_PLAN);
});

async function plansTellOnesOwn({ a, b, inTransaction }: AttackedDatabase): Promise<void> {
  const planOf = (orgId: string) =>
    inTransaction('app', a.owner, async (client) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        'explain (analyze, timing off, summary off, buffers off) select from public.calls where org_id = $1',
        [orgId],
      );
      return rows
        .map((row) => row['QUERY PLAN'])
        .join('\n')
        .replaceAll(orgId, '…');
    });
  expect(await planOf(a.orgId)).toContain('rows=1.00');
  const [foreign, nobodys] = [await planOf(b.orgId), await planOf('00000000-0000-7000-8000-000000000000')];
  expect(foreign, 'even who could ask for plans learns nothing of another').toEqual(nobodys);
}

attack('ATK-027 even a plan counts no row of another organisation', plansTellOnesOwn, {
  redWith: { 'row-level security off': 'alter table public.calls disable row level security' },
});
