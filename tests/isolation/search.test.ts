import { createArticle } from '@ringfence/platform/knowledge';
import { createLead } from '@ringfence/platform/leads';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';

const SEARCHES = ['hours', 'opening', 'grace', 'good morning', '+49 151 1234', '34'];

/** What the searching functions give to a member of an organisation, with nothing of ours around them. */
async function found(client: Client, search: string): Promise<{ calls: string[]; articles: string[] }> {
  const calls = await client.query<{ id: string }>(
    'select found as id from public.search_calls($1, null, null, null, null, null, null, 200) as found',
    [search],
  );
  const articles = await client.query<{ id: string }>('select found as id from public.search_articles($1) as found', [search]);
  return { calls: calls.rows.map(({ id }) => id), articles: articles.rows.map(({ id }) => id) };
}

async function searchesFindOnesOwn({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  for (const search of SEARCHES) {
    const own = await inTransaction('app', a.owner, (client) => found(client, search));
    expect(own.calls.length + own.articles.length, `${search}: of one's own`).toBeGreaterThan(0);
    const { rows } = await clients.superuser.query<{ id: string }>(
      'select id from public.calls where org_id = $1 union select id from public.knowledge_base where org_id = $1',
      [b.orgId],
    );
    const others = new Set(rows.map(({ id }) => id));
    expect(
      [...own.calls, ...own.articles].filter((id) => others.has(id)),
      `${search}: of another`,
    ).toEqual([]);
    const nobodys = await inTransaction('app', null, (client) => found(client, search));
    expect(nobodys, `${search}: without a tenant`).toEqual({ calls: [], articles: [] });
  }
}

const FORGETFUL = (name: string, args: string, table: string) => `
  create or replace function public.${name}(${args}) returns setof uuid language sql stable security definer
    set search_path = pg_catalog, pg_temp as 'select id from public.${table}'`;

attack("ATK-031 a search gives ids of one's own alone, and none without a tenant", searchesFindOnesOwn, {
  redWith: {
    'a search of articles that forgets the tenant': FORGETFUL('search_articles', 'search text', 'knowledge_base'),
    'a search of calls that forgets the tenant': FORGETFUL(
      'search_calls',
      'search text, of_direction text, of_status text, since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, at_most integer',
      'calls',
    ),
  },
});

let world: AttackedPlatform;
beforeAll(async () => {
  world = await attackedPlatform();
  await world.platform.tenancies.app.inTenant(world.a.seeded.owner, async (db) => {
    for (const [title, body] of [
      ['Opening hours on holidays', 'Closed.'],
      ['Parking', 'During opening hours in the yard.'],
      ['Hours, hours, hours', 'All about hours.'],
    ]) {
      await createArticle(db, { title: title ?? '', body: body ?? '' });
    }
  });
}, 120_000);
afterAll(() => world.close());

async function answersTo(query: string): Promise<unknown[]> {
  const { url } = world.platform;
  const ask = async (path: string, input: unknown) => (await callProcedure(url, 'query', path, world.a.token, input)).body;
  return [
    await ask('knowledge.search', { query }),
    await ask('knowledge.search', { query, limit: 1 }),
    await ask('calls.list', { search: query }),
    await ask('calls.list', { search: query, limit: 1 }),
  ].map((body) => JSON.parse(body) as unknown);
}

test('ATK-031 the ranking and its scores are the same with and without what another organisation wrote', { timeout: 60_000 }, async () => {
  const before = await Promise.all(SEARCHES.map(answersTo));
  expect(JSON.stringify(before)).toContain('"score":');
  expect(JSON.stringify(before)).toContain(world.a.seeded.callId);
  await world.platform.tenancies.app.inTenant(world.b.seeded.owner, async (db) => {
    for (let copy = 0; copy < 60; copy += 1) {
      await createArticle(db, { title: `Opening hours ${copy}`, body: 'hours opening grace good morning '.repeat(copy) });
      await createLead(db, { name: `Grace Hours ${copy}`, phone: `+4915112345${600 + copy}` });
    }
  });
  expect(await Promise.all(SEARCHES.map(answersTo))).toEqual(before);
});

test('the best answer comes first, and pages follow each other without a gap', { timeout: 60_000 }, async () => {
  const page = async (input: object) => {
    const { body } = await callProcedure(world.platform.url, 'query', 'knowledge.search', world.a.token, input);
    return (JSON.parse(body) as { result: { data: { items: { title: string; score: number }[]; nextCursor: string | null } } }).result.data;
  };
  const whole = await page({ query: 'opening hours' });
  expect(
    whole.items
      .map(({ title }) => title)
      .slice(0, 2)
      .toSorted(),
  ).toEqual(['Opening hours', 'Opening hours on holidays']);
  expect(whole.items.map(({ score }) => score)).toEqual(whole.items.map(({ score }) => score).toSorted((one, other) => other - one));
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor } = await page({ query: 'opening hours', limit: 1, ...(cursor === null ? {} : { cursor }) });
    titles.push(...items.map(({ title }) => title));
    cursor = nextCursor;
  } while (cursor !== null);
  expect(titles).toEqual(whole.items.map(({ title }) => title));
});
