import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from './api/answer.ts';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';

let world: AttackedPlatform;
let superuser: Client;
beforeAll(async () => {
  world = await attackedPlatform();
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});

const BATCH = ['calls.list', 'leads.list', 'knowledge.list', 'organization.current', 'members.list'];

interface Told {
  readonly procedure: string;
  readonly trips: { readonly roundTrips: number; readonly statements: number; readonly shared: number };
}

/** What the log says of the first request of some procedures behind a line. */
async function toldOf(procedure: string, behind: number): Promise<Told> {
  const find = () =>
    world.platform.log
      .slice(behind)
      .map((line) => JSON.parse(line) as Told & { readonly msg: string })
      .find((line) => line.msg === 'request' && line.procedure === procedure);
  await expect.poll(find).toBeDefined();
  const told = find();
  if (!told) throw new Error(`no request for ${procedure} was logged`);
  return told;
}

async function askBatch(token: string): Promise<{ status: number; entries: unknown[]; told: Told }> {
  const behind = world.platform.log.length;
  const headers = { authorization: `Bearer ${token}` };
  const { status, body } = await answerTo(`${world.platform.url}/trpc/${BATCH.join(',')}?batch=1&input=%7B%7D`, { headers });
  return { status, entries: JSON.parse(body) as unknown[], told: await toldOf(BATCH.join(','), behind) };
}

/** The same queries, a request each. */
async function askEach(token: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const path of BATCH) {
    const behind = world.platform.log.length;
    answers.push(JSON.parse((await callProcedure(world.platform.url, 'query', path, token, undefined)).body));
    expect((await toldOf(path, behind)).trips, path).toEqual({ roundTrips: 1, statements: 1, shared: 0 });
  }
  return answers;
}

test('five queries of one batch make one round trip, and the line of their request says so', async () => {
  for (const { token, seeded } of [world.a, world.b]) {
    const alone = await askEach(token);
    const { status, entries, told } = await askBatch(token);
    expect(status).toBe(200);
    expect(entries).toEqual(alone);
    expect(JSON.stringify(entries)).toContain(seeded.orgId);
    expect(told).toMatchObject({ procedure: BATCH.join(','), trips: { roundTrips: 1, statements: 5, shared: 5 } });
  }
});

test('one that fails spoils none beside it: those behind it run again, each alone, and the line says that too', async () => {
  const alone = await askEach(world.a.token);
  await superuser.query('revoke select on public.knowledge_base from ringfence_app');
  try {
    const { status, entries, told } = await askBatch(world.a.token);
    expect(status).toBe(207);
    expect(entries).toEqual(
      alone.with(2, { error: expect.objectContaining({ data: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }) }) }),
    );
    const skipped = told.trips.roundTrips - 1;
    expect(told.trips, 'all five together, then each that was skipped').toEqual({
      roundTrips: 1 + skipped,
      statements: 5 + skipped,
      shared: 5,
    });
    expect(skipped).toBeGreaterThan(0);
    expect(skipped).toBeLessThan(5);
  } finally {
    await superuser.query('grant select on public.knowledge_base to ringfence_app');
  }
  expect((await askBatch(world.a.token)).entries).toEqual(alone);
});

test('what the server has to say of a request, no line leaves out', () => {
  expect(world.platform.log.filter((line) => line.includes('"leftOut"'))).toEqual([]);
});
