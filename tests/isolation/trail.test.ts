import { randomUUID } from 'node:crypto';
import type { Miss, RequestContext } from '@ringfence/identity/trpc';
import { createOrganization } from '@ringfence/platform/organizations';
import { writeCursor } from '@ringfence/platform/paging';
import { appRouter } from '@ringfence/platform/router';
import { Trips } from '@ringfence/tenancy';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import type { InputSchema } from './api/input-schema.ts';
import { type ListedProcedure, PROCEDURES } from './api/procedures.ts';
import { sampleOf } from './api/sample-of.ts';
import { schemaPlaces } from './api/schema-places.ts';
import { withValueAt } from './api/with-value-at.ts';

/** Texts that name a place in a list or a stream, and with it an organisation. */
const PLACE_NAMES = ['cursor', 'lastEventId'];

interface NamingPlace extends Pick<ListedProcedure, 'path' | 'kind'> {
  readonly schema: InputSchema;
  readonly at: readonly string[];
}

/** Every place of every procedure's input that takes an id, or a text with one in it, found when the test runs. */
const NAMING_PLACES: readonly NamingPlace[] = PROCEDURES.flatMap(({ path, kind, input }) =>
  schemaPlaces(input ?? {})
    .filter(({ schema, path: at }) => schema.format === 'uuid' || PLACE_NAMES.includes(at.at(-1) ?? ''))
    .map(({ path: at }) => ({ path, kind, schema: input ?? {}, at })),
);

interface TrailItem {
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly target: string | null;
  readonly procedure: string | null;
  readonly address: string | null;
}

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

/** An organisation that tries, with its owner: one a test, since what each may have looked into is bounded. */
async function openAttacker(): Promise<{ orgId: string; userId: string; token: string }> {
  const { tenancies, identity } = world.platform;
  const userId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name: 'Attacker Ltd', timeZone: 'UTC' }, userId);
  return { orgId, userId, token: await identity.signToken({ orgId, userId, ttlSeconds: 600 }) };
}

/** What the security log shows to whoever may read it. */
async function trailOf(token: string, procedure: string): Promise<TrailItem[]> {
  const { body } = await callProcedure(world.platform.url, 'query', 'auditLog.list', token, { kind: 'crossing', limit: 200 });
  const { result } = JSON.parse(body) as { result: { data: { items: TrailItem[] } } };
  return result.data.items.filter((item) => item.procedure === procedure);
}

/** How often the service's log-in is connected. */
async function serviceConnections(): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity where datname = current_database() and application_name = 'ringfence-trail'`,
  );
  return rows[0]?.count ?? -1;
}

test('the trail costs nothing where nobody misses anything: its log-in is not even connected', async () => {
  const { url } = world.platform;
  for (const path of ['calls.list', 'organization.current', 'session.me', 'connections.list']) {
    expect(await callProcedure(url, 'query', path, world.a.token, undefined)).toMatchObject({ status: 200 });
  }
  expect(await callProcedure(url, 'query', 'calls.get', world.a.token, { id: world.a.seeded.callId })).toMatchObject({ status: 200 });
  expect(await serviceConnections()).toBe(0);
});

test('the trail knows of places to watch', () => {
  expect(NAMING_PLACES.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['calls.get', 'session.switch', 'apiKeys.revoke', 'calls.updates']),
  );
});

describe.each(NAMING_PLACES)('ATK-020 the trail of $path', ({ path, kind, schema, at }) => {
  test(`a foreign name as ${at.join('.')} is noted on both sides, to the victim without the attacker`, { timeout: 60_000 }, async () => {
    const attacker = await openAttacker();
    const { orgId, callId } = world.a.seeded;
    const value =
      { cursor: writeCursor(orgId, { at: new Date(), id: callId }), lastEventId: `${orgId}:1:${callId}` }[at.at(-1) ?? ''] ?? callId;
    await callProcedure(world.platform.url, kind, path, attacker.token, withValueAt(sampleOf(schema), at, value));
    const ofThis = ({ target }: TrailItem) => target === callId;
    await expect
      .poll(async () => (await trailOf(attacker.token, path)).filter(ofThis), { timeout: 20_000 })
      .toMatchObject([{ action: 'crossing.attempt', actorKind: 'user', actorId: attacker.userId, address: '127.0.0.1' }]);
    let seen: TrailItem[] = [];
    await expect
      .poll(async () => (seen = (await trailOf(world.a.token, path)).filter(ofThis))[0], { timeout: 20_000 })
      .toMatchObject({ action: 'crossing.named', actorKind: 'outsider', actorId: 'outsider', address: null });
    for (const told of [attacker.orgId, attacker.userId, 'Attacker', '127.0.0.1']) expect(JSON.stringify(seen)).not.toContain(told);
  });
});

test('ATK-057 the trail tells an organisation that a removed member came back', async () => {
  const { seeded, token } = world.a;
  const stranger = await world.platform.identity.signToken({ orgId: seeded.orgId, userId: randomUUID(), ttlSeconds: 60 });
  const entries = async () => (await trailOf(token, 'leads.list')).filter(({ action }) => action === 'crossing.entry');
  expect(await callProcedure(world.platform.url, 'query', 'leads.list', stranger, undefined)).toMatchObject({ status: 403 });
  await expect.poll(entries, { timeout: 20_000 }).toMatchObject([{ action: 'crossing.entry', actorKind: 'outsider', address: null }]);
});

test('ATK-021 the trail adds no statement to a request, be it found, foreign or missing', async () => {
  const { seeded } = world.a;
  const attacker = await openAttacker();
  const owner = { orgId: seeded.orgId, userId: seeded.owner.actor.id };
  const misses: Miss[] = [];
  const onMiss = (miss: Miss) => misses.push(miss);
  for (const [who, id] of [
    [owner, seeded.callId],
    [attacker, seeded.callId],
    [attacker, randomUUID()],
  ] as const) {
    const [watched, unwatched] = [await tripsOf(who, id, onMiss), await tripsOf(who, id)];
    expect(watched).toEqual(unwatched);
    expect(watched.statements).toBeGreaterThan(0);
  }
  expect(misses.map(({ ids }) => ids.length)).toEqual([1, 1]);
});

/** The journeys to the database that one `calls.get` makes, with somebody who watches and without. */
async function tripsOf({ orgId, userId }: { orgId: string; userId: string }, id: string, onMiss?: (miss: Miss) => void) {
  const trips = new Trips();
  const actor = { kind: 'user', id: userId } as const;
  const caller = appRouter.createCaller({
    tenancy: world.platform.tenancies.app,
    trips,
    outside: {} as RequestContext['outside'],
    requestId: 'r1',
    identify: () => Promise.resolve({ actor, userId, orgId, sessionId: null, expiresAt: new Date(Date.now() + 60_000) }),
    ...(onMiss ? { onMiss } : {}),
  });
  const outcome = await caller.calls.get({ id }).then(
    () => 'found',
    (error: unknown) => String(error),
  );
  const { statements, roundTrips, shared } = trips;
  return { statements, roundTrips, shared, outcome };
}
