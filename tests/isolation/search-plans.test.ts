import { randomUUID } from 'node:crypto';
import { openRingfenceTenancy } from '@ringfence/db';
import type { ListCalls } from '@ringfence/domain/calls';
import { listCalls } from '@ringfence/platform/calls';
import { createOrganization } from '@ringfence/platform/organizations';
import { testDatabase } from '@ringfence/testing/database';
import type { Caller, Tenancy, TenantReader } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainAll, plansOf, type RunPlan } from './database/run-plans.ts';

const database = await testDatabase();
const superuser = new Client({ connectionString: database.urls.superuser });
const tenancy = openTenancy();
let explained: Tenancy;
let large: Caller;
let small: Caller;
/** The indexes in which one organisation's rows stand together: by its id, or by keys that begin with it. */
let ofOneOrganization: Set<string>;

function openTenancy(): Tenancy {
  const { urls, secretKey } = database;
  return openRingfenceTenancy({ connectionString: urls.app, secretKey, applicationName: 'test', maxConnections: 1 });
}

beforeAll(async () => {
  await superuser.connect();
  const open = async (calls: number): Promise<Caller> => {
    const ownerId = randomUUID();
    const { orgId } = await createOrganization(tenancy, { name: `Organisation of ${calls}`, timeZone: 'UTC' }, ownerId);
    await seed(orgId, calls);
    return { orgId, actor: { kind: 'user', id: ownerId } };
  };
  large = await open(8_000);
  small = await open(60);
  for (let other = 0; other < 5; other += 1) await open(400);
  await superuser.query('vacuum analyze');
  const { rows } = await superuser.query<{ name: string }>(`
    select indexrelid::regclass::text as name from pg_index where pg_get_indexdef(indexrelid) ~ '(USING btree \\(org_id|_keys\\(org_id|idx_transcript_words_words)'`);
  ofOneOrganization = new Set(rows.map(({ name }) => name));
  await explainAll(superuser);
  explained = openTenancy();
}, 120_000);
afterAll(async () => {
  await Promise.all([tenancy.close(), explained.close()]);
  await superuser.end();
  await database.close();
});

/** Every tenth caller is a lead, every fifth call has a summary, every fourth was written down; every organisation uses the same words. */
async function seed(orgId: string, calls: number): Promise<void> {
  await superuser.query(`insert into public.connections (org_id, provider, name, secret_sealed) values ($1, 'twilio', 'Main', '\\x00')`, [
    orgId,
  ]);
  await superuser.query(
    `insert into public.leads (org_id, name, phone) select $1, (array['Ada', 'Grace', 'Müller-Lüdenscheidt'])[1 + n % 3] || ' Hopper' || n, '+1415' || (5550000 + n * 10) from generate_series(0, 19) n`,
    [orgId],
  );
  await superuser.query(
    `with words as (select array['boiler', 'pressure', 'viewing', 'deposit', 'keys', 'landlord', 'plumber'] as w),
     made as (
       insert into public.calls (org_id, connection_id, direction, status, from_number, to_number, from_address, to_address, started_at, summary)
       select $1, c.id, case n % 2 when 0 then 'inbound' else 'outbound' end, case n % 3 when 0 then 'missed' else 'completed' end,
         f, '+15125550188', case n % 11 when 0 then 'sip:desk-' || n || '@pbx.example' else f end, '+15125550188',
         '2026-11-25T00:00:00Z'::timestamptz - make_interval(secs => n / 3),
         case when n % 5 = 0 then 'Asked about the ' || w[1 + n % 7] || ' of house ' || n % 97 || '.' end
       from generate_series(1, $2::integer) n, words, public.connections c, lateral (select '+1415' || (5550000 + n * 7 % 200) as f) number where c.org_id = $1
       returning org_id, id, connection_id, direction, status, started_at),
     legs as (
       insert into public.call_logs (org_id, call_id, connection_id, reference, direction)
       select org_id, id, connection_id, id::text, direction from made where extract(epoch from started_at)::bigint % 4 = 0
       returning org_id, id, call_id),
     said as (select org_id, id, call_id, 'Good morning, it is the ' || w[1 + get_byte(uuid_send(id), 15) % 7] || ' number' || get_byte(uuid_send(id), 14) as text from legs, words),
     segments as (
       insert into public.transcript_segments (org_id, call_id, call_log_id, position, speaker, start_ms, end_ms, text)
       select org_id, call_id, id, 0, 'caller', 0, 900, text from said)
     insert into public.transcript_words (org_id, call_log_id, words) select org_id, id, public.word_keys(org_id, text) from said`,
    [orgId, calls],
  );
}

interface SearchedCall {
  readonly id: string;
  readonly direction: string;
  readonly status: string;
  readonly numbers: readonly (string | null)[];
  /** What words are looked for in, each by itself. */
  readonly texts: readonly (string | null)[];
}

/** All calls of an organisation, newest first, read past every policy and without any index of ours. */
async function readAll(orgId: string): Promise<SearchedCall[]> {
  const { rows } = await superuser.query<SearchedCall>(
    `select c.id, c.direction, c.status, json_build_array(c.from_number, c.to_number) as numbers,
       json_build_array(concat_ws(' ', c.from_address, c.to_address, c.summary), l.name,
         (select string_agg(s.text, ' ') from public.transcript_segments s where s.org_id = c.org_id and s.call_id = c.id)) as texts
     from public.calls c left join public.leads l on l.org_id = c.org_id and l.phone = c.party_number
     where c.org_id = $1 order by c.started_at desc, c.id desc`,
    [orgId],
  );
  return rows;
}

function isFound({ numbers, texts }: SearchedCall, search: string): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const digits = /^\+?0*(\d{2,})$/.exec(search.replaceAll(/[\s().-]/g, ''))?.[1];
  if (digits !== undefined && numbers.some((number) => number?.includes(digits))) return true;
  const asked = wordsOf(search);
  return texts.some((text) => asked.length > 0 && asked.every((word) => wordsOf(text ?? '').some((one) => one.startsWith(word))));
}

async function listAll(caller: Caller, filters: ListCalls): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCalls>> = await tenancy.readInTenant(caller, (db) =>
      listCalls(db, { ...filters, limit: 150, ...(cursor === null ? {} : { cursor }) }),
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

const RARE = [
  'house 96',
  'plumber house 13',
  'Hopper17',
  'müller hopper2',
  'number77',
  'desk-77',
  '555 00 42',
  '0415 555 0190',
  '+1 (415) 555-0007',
  'zebra',
  '!!!',
  "o'boil\\er",
  '%',
  '_',
  '99',
];
const COMMON = ['boiler', 'b', 'deposit number1'];
/** More than the function gathers: it walks through the newest instead. */
const EVERYWHERE = ['+15125550188', '415', '14'];
/** Neither words nor digits: nothing is looked for. */
const WORDLESS = ['!!!', '%', '_'];

function callerOf(size: 'large' | 'small'): Caller {
  return size === 'large' ? large : small;
}

describe.each(['large', 'small'] as const)('in a %s organisation among others', (size) => {
  test.each([...RARE, ...COMMON, ...EVERYWHERE])(
    'a search for %s finds what a look at every call finds, in its order',
    { timeout: 60_000 },
    async (search) => {
      const caller = callerOf(size);
      const expected = (await readAll(caller.orgId)).filter((call) => isFound(call, search));
      expect(await listAll(caller, { search })).toEqual(expected.map(({ id }) => id));
      const narrowed = expected.filter(({ direction, status }) => direction === 'inbound' && status === 'missed');
      expect(await listAll(caller, { search, direction: 'inbound', status: 'missed' })).toEqual(narrowed.map(({ id }) => id));
    },
  );

  test.each([...RARE, ...COMMON, ...EVERYWHERE])(
    'a search for %s reads indexes of one organisation alone',
    { timeout: 60_000 },
    async (search) => {
      const plans = await plansBehind((db) => listCalls(db, { search }), callerOf(size));
      const [product, candidates, page] = [plans.find(isProducts), plans.find(isCandidates), plans.find(isPage)].map((plan) => plan?.ways);
      expect([...(candidates ?? []), ...(page ?? [])].filter((way) => !ofOneOrganization.has(way))).toEqual([]);
      if (WORDLESS.includes(search)) return expect(candidates).toEqual([]);
      expect(candidates).toEqual(expect.arrayContaining(['idx_transcript_words_words', 'idx_leads_keys', 'idx_calls_keys']));
      if (size === 'small') return expect(page).not.toEqual([]);
      if (RARE.includes(search)) expect(page).toContain('calls_pkey');
      if (EVERYWHERE.includes(search)) expect(page).toContain('idx_calls_org_started_at');
      expect(product).toContain('calls_pkey');
    },
  );
});

/** The last statement's plan is told when the next one begins: one more is asked, on the same connection. */
function plansBehind(work: (db: TenantReader) => Promise<unknown>, caller: Caller): Promise<RunPlan[]> {
  return plansOf(async () => {
    await explained.readInTenant(caller, work);
    await explained.lookup('auth_org_id');
  });
}

test('without the function, row-level security keeps the same operators from the same index', async () => {
  const plans = await plansBehind(
    (db) =>
      db.execute(sql`select id from public.calls where public.call_keys(org_id, from_number, to_number, from_address, to_address, summary)
        @@ public.words_query(${large.orgId}, 'zebra', '&')`),
    large,
  );
  const [plan] = plans.filter(({ text }) => text.includes('zebra'));
  expect(plan?.ways.length).toBeGreaterThan(0);
  expect(plan?.ways).not.toContain('idx_calls_keys');
});

/** What the procedure itself asks, what the function gathers by keys, and the page it makes of that. */
const isProducts = ({ text }: { text: string }) => text.includes('search_calls(');
const isCandidates = ({ text }: { text: string }) => text.startsWith('candidates :=');
const isPage = ({ text }: { text: string }) => text.includes('at_most');
