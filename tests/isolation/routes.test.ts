import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { type Names, namesOfNobody } from './api/names.ts';
import { ROUTE_CASES } from './api/route-cases.ts';

let world: AttackedPlatform;
let names: Names;

beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  await pretendWorker(world.platform.database.urls.worker);
}, 120_000);
afterAll(() => world.close());

/** Readiness asks for a worker's heartbeat. */
async function pretendWorker(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into public.worker_heartbeats (pool_id) values ('test')`);
  await client.end();
}

test('every route of the server has its case, and every case its route', () => {
  const routes = world.platform.server.routes.map(({ method, url }) => `${method} ${url}`);
  expect(routes.length).toBeGreaterThan(10);
  expect(Object.keys(ROUTE_CASES).toSorted()).toEqual([...new Set(routes)].toSorted());
});

describe.each(Object.entries(ROUTE_CASES))('ATK-020 %s', (_route, { status, ask, comparable = (answer) => answer }) => {
  test('answers its own organisation', { timeout: 30_000 }, async () => {
    expect(await ask(world, world.a, names)).toMatchObject({ status });
  });

  test('answers a name of another organisation like one that nobody has, and changes nothing there', { timeout: 30_000 }, async () => {
    const before = await withoutRefusals();
    const foreign = await ask(world, world.b, names);
    const nobodys = await ask(world, world.b, namesOfNobody(names));
    expect(comparable(foreign)).toEqual(comparable(nobodys));
    for (const value of Object.values(names)) expect(JSON.stringify(foreign)).not.toContain(value);
    expect(await withoutRefusals()).toEqual(before);
  });
});

/** What was refused at a connection's door is counted there, and that is all. */
async function withoutRefusals(): Promise<Record<string, string>> {
  const { 'public.webhook_refusals': _counted, ...digest } = await world.digestOf(world.a);
  return digest;
}
