import { addMember } from '@ringfence/platform/members';
import { createArticle } from '@ringfence/platform/knowledge';
import { createLead } from '@ringfence/platform/leads';
import { postTwilio, statusCallback } from '@ringfence/testing/telephony';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answer } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import type { Member } from './api/member.ts';
import type { Names } from './api/names.ts';
import { type ListedProcedure, PROCEDURES } from './api/procedures.ts';
import { schemaPlaces } from './api/schema-places.ts';
import { stableAnswer } from './api/stable-answer.ts';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { mayUse } from './database/privileges.ts';
import { attempt } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';
import { insertOf, twinRow } from './database/twin-row.ts';

/** How many there are, what they are of, the first and the last, which page of how many: all in one text. */
const AGGREGATES = (table: string) => `
  select count(*)::text || count(distinct t::text) || coalesce(min(t::text), '') || coalesce(max(t::text), '')
    || coalesce((select json_agg(f)::text from (select org_id, count(*) from ${table} group by 1 order by 1) f), '')
    || coalesce((select max(page)::text from (select ntile(3) over (order by id) + count(*) over () as page from ${table}) p), '') as told
  from ${table} t`;

async function aggregatesAreOnesOwn({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const tables: FoundTable[] = [];
  for (const table of await listTenantTables(clients.superuser)) if (await mayUse(clients.app, 'select', table)) tables.push(table);
  const toldTo = (owner: typeof a.owner) =>
    inTransaction('app', owner, async (client) => {
      const told: [string, string | undefined][] = [];
      for (const { name } of tables) told.push([name, (await client.query<{ told: string }>(AGGREGATES(name))).rows[0]?.told]);
      return Object.fromEntries(told);
    });
  const before = { a: await toldTo(a.owner), b: await toldTo(b.owner) };
  await clients.superuser.query('begin');
  const grown = new Set<string>();
  for (const table of tables) {
    const { code } = await attempt(clients.superuser, ...insertOf(table, await twinRow(clients.superuser, table, b.orgId)));
    if (code === null) grown.add(table.name);
  }
  await clients.superuser.query('commit');
  expect(grown.size).toBeGreaterThan(10);
  const after = { a: await toldTo(a.owner), b: await toldTo(b.owner) };
  for (const name of grown) expect(after.b[name], `${name}: told to the one that grew`).not.toBe(before.b[name]);
  expect(after.a).toEqual(before.a);
}

attack("ATK-030 no total, facet or number of pages counts another organisation's rows", aggregatesAreOnesOwn, {
  redWith: {
    'row-level security off on one table': 'alter table public.leads disable row level security',
    'a policy that lets all through': 'alter policy provider_events_org_select on public.provider_events using (true)',
  },
});

let world: AttackedPlatform;
let names: { readonly a: Names; readonly b: Names };
beforeAll(async () => {
  world = await attackedPlatform();
  const all = (member: Member) => vi.waitFor(() => world.namesOf(member), { timeout: 60_000 });
  names = { a: await all(world.a), b: await all(world.b) };
}, 120_000);
afterAll(() => world.close());

const ask = ({ kind, path }: ListedProcedure, { token }: Member, input: unknown) =>
  callProcedure(world.platform.url, kind, path, token, input);

/** Everything that could be counted, several times over, with the same numbers and words as the other organisation has. */
async function grow({ seeded }: Member): Promise<void> {
  const { url, publicUrl, tenancies } = world.platform;
  const path = `/webhooks/twilio/${seeded.connectionId}/status`;
  for (let call = 0; call < 15; call += 1) {
    await postTwilio({ url, publicUrl, path, secret: seeded.secret, form: statusCallback({ phone: '+4915112345678' }) });
  }
  await tenancies.app.inTenant(seeded.owner, async (db) => {
    for (let more = 0; more < 15; more += 1) {
      await createLead(db, { name: `Grace Hopper ${more}`, phone: `+49151123450${10 + more}` });
      await createArticle(db, { title: `Opening hours ${more}`, body: 'hours hours' });
      await addMember(db, { userId: randomUUID(), role: 'agent' });
    }
  });
}

test('ATK-030 no answer to anybody changes with what another organisation has', { timeout: 120_000 }, async () => {
  const queries = PROCEDURES.filter(({ kind }) => kind === 'query');
  const answers = async (member: Member, of: Names): Promise<Record<string, Answer>> => {
    const all: [string, Answer][] = [];
    for (const procedure of queries) {
      all.push([procedure.path, stableAnswer(await ask(procedure, member, inputOf(procedure, of)))]);
      const isList = procedure.input && schemaPlaces(procedure.input).some(({ path }) => path.join() === 'limit');
      const { cursor: _, ...first } = Object(inputOf(procedure, of)) as Record<string, unknown>;
      if (isList) all.push([`${procedure.path}, first page`, stableAnswer(await ask(procedure, member, { ...first, limit: 5 }))]);
    }
    return Object.fromEntries(all);
  };
  const before = { a: await answers(world.a, names.a), b: await answers(world.b, names.b) };
  await grow(world.b);
  const after = { a: await answers(world.a, names.a), b: await answers(world.b, names.b) };
  const grown = Object.keys(after.b).filter((path) => after.b[path]?.body !== before.b[path]?.body);
  expect(grown).toEqual(expect.arrayContaining(['calls.list, first page', 'leads.list, first page', 'knowledge.search, first page']));
  expect(after.a).toEqual(before.a);
});

const PAGED = PROCEDURES.filter(({ input }) => input && schemaPlaces(input).some(({ path }) => path.join() === 'cursor'));

test('ATK-030 pages are found in more than one procedure', () => {
  expect(PAGED.length).toBeGreaterThan(5);
});

describe.each(PAGED)('ATK-030 $path', (procedure) => {
  test("refuses a place in another organisation's pages exactly like what is no place at all", { timeout: 30_000 }, async () => {
    const withCursor = (of: Names, cursor?: string) => {
      const input = inputOf(procedure, of) as Record<string, unknown>;
      return cursor === undefined ? input : { ...input, cursor };
    };
    const own = await ask(procedure, world.a, withCursor(names.a));
    expect(own.status, own.body).toBe(200);
    const foreign = await ask(procedure, world.b, withCursor(names.a));
    expect(foreign.status).toBe(400);
    const { cursor } = withCursor(names.a);
    const malformed = ['x', '', `${String(cursor)}AA`, String(cursor).slice(0, -9), Buffer.from('a|1|b').toString('base64url')];
    for (const wrong of malformed) expect(await ask(procedure, world.b, withCursor(names.b, wrong)), wrong).toEqual(foreign);
  });
});
