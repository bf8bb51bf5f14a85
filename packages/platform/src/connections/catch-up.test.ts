import { NotFound } from '@ringfence/domain';
import { ListFailed } from '@ringfence/domain/connections';
import { connectionLooks, providerEvents } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { type Provider, startProvider } from '@ringfence/testing/provider';
import type { Caller } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCall } from '../calls/get-call.ts';
import { listCalls } from '../calls/list-calls.ts';
import { connect, runCatchUp, tell } from './catch-up.fixture.ts';
import { getCompleteness } from './get-completeness.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
let provider: Provider;

beforeAll(async () => {
  await superuser.connect();
  provider = await startProvider({ largestPage: 3 });
});
afterAll(async () => {
  await superuser.end();
  await provider.close();
  await tenancies.close();
  await database.close();
});

async function callsOf(owner: Caller) {
  const { items } = await tenancies.app.inTenant(owner, (db) => listCalls(db, { limit: 200 }));
  return Promise.all(items.map(({ id }) => tenancies.app.inTenant(owner, (db) => getCall(db, { id }))));
}

/** Everything a call consists of, by its ids. */
function idsOf(calls: Awaited<ReturnType<typeof callsOf>>) {
  return calls.map((call) => [
    call.id,
    ...[call.legs, call.events, call.recordings, call.transcript].map((rows) => rows.map(({ id }) => id)),
  ]);
}

function completenessOf(owner: Caller, connectionId: string) {
  return tenancies.app.inTenant(owner, (db) => getCompleteness(db, { connectionId }));
}

function minutesAgo(minutes: number): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000 - minutes * 60_000);
}

/** As if the connection had been there since yesterday. */
async function age(connectionId: string): Promise<void> {
  await superuser.query(`update public.connections set created_at = now() - interval '1 day' where id = $1`, [connectionId]);
}

test('calls that no callback told are there after a look, with their recordings, and once', async () => {
  const account = provider.openTwilioAccount();
  const { owner, connectionId } = await connect(tenancies, account);
  await age(connectionId);
  const placed = [50, 40, 30, 20, 10].map((minutes) => provider.placeCall(account, { startedAt: minutesAgo(minutes), talkSeconds: 30 }));
  const [told, half] = placed;
  if (!told || !half) throw new Error('no calls');
  await tell(tenancies, { owner, connectionId, connection: connectionOf(owner, connectionId) }, told);
  await tell(tenancies, { owner, connectionId, connection: connectionOf(owner, connectionId) }, half, [0]);

  expect(await runCatchUp(tenancies, owner.orgId, { connectionId }, { baseUrl: provider.url })).toMatchObject({ listed: 5, found: 8 });
  const calls = await callsOf(owner);
  expect(calls.map(({ status, durationSeconds, legs, recordings }) => [status, durationSeconds, legs.length, recordings.length])).toEqual(
    placed.map(() => ['completed', 30, 1, 1]),
  );
  expect(calls.map(({ startedAt }) => startedAt)).toEqual(placed.map(({ startedAt }) => startedAt).toReversed());

  expect(await runCatchUp(tenancies, owner.orgId, { connectionId }, { baseUrl: provider.url })).toMatchObject({ listed: 5, found: 0 });
  expect(idsOf(await callsOf(owner))).toEqual(idsOf(calls));
  const { days, lastLookAt, lastFailure } = await completenessOf(owner, connectionId);
  expect(days.reduce((total, day) => total + day.provider, 0)).toBe(5);
  expect(days.map(({ difference, recordings }) => [difference, recordings.difference])).toEqual(days.map(() => [0, 0]));
  expect(days.reduce((total, day) => total + day.found, 0)).toBe(8);
  expect([lastLookAt, lastFailure]).toEqual([expect.any(Date), null]);
});

function connectionOf({ orgId }: Caller, connectionId: string): Caller {
  return { orgId, actor: { kind: 'connection', id: connectionId } };
}

test('callbacks that come after the look change nothing', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, account);
  await age(connected.connectionId);
  const call = provider.placeCall(account, { startedAt: minutesAgo(5), ringSeconds: 6, talkSeconds: 30 });
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  await tell(tenancies, connected, call);
  const [found, ...others] = await callsOf(connected.owner);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ status: 'completed', durationSeconds: 30, ringSeconds: 6, startedAt: call.startedAt });
  expect(found?.recordings).toHaveLength(1);
});

test("Vapi's report that never came is made up for: what was said, and where the sound is", async () => {
  const account = provider.openVapiAccount();
  const connected = await connect(tenancies, account);
  await age(connected.connectionId);
  const [lost, unreported] = [30, 25].map((minutes) => provider.placeCall(account, { startedAt: minutesAgo(minutes) }));
  if (!lost || !unreported) throw new Error('no calls');
  await tell(tenancies, connected, unreported, [0, 1, 2]);
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  const calls = await callsOf(connected.owner);
  expect(calls.map(({ status, summary, transcript, recordings }) => [status, summary, transcript.length, recordings.length])).toEqual([
    ['completed', 'Asked for the opening hours.', 2, 1],
    ['completed', 'Asked for the opening hours.', 2, 1],
  ]);
});

test('a call that still goes on is looked for again until it is over', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, account);
  await age(connected.connectionId);
  const startedAt = minutesAgo(5);
  provider.placeCall(account, { startedAt, ringSeconds: 1, talkSeconds: 3_600 });
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  expect((await callsOf(connected.owner)).map(({ status }) => status)).toEqual(['in-progress']);
  const { completeUntil } = await completenessOf(connected.owner, connected.connectionId);
  expect(completeUntil).toEqual(startedAt);
});

test('days are those of the organisation, and a look begins with the day to which all is known', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, account, 'Pacific/Auckland');
  await superuser.query(`update public.connections set created_at = now() - interval '3 days' where id = $1`, [connected.connectionId]);
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' });
  const placed = [70, 46, 22, 0.1].map((hours) => provider.placeCall(account, { startedAt: minutesAgo(hours * 60) }).startedAt);
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  const { days } = await completenessOf(connected.owner, connected.connectionId);
  const expected = Map.groupBy(placed, (startedAt) => local.format(startedAt));
  expect(days.filter(({ provider: listed }) => listed > 0).map(({ day, provider: listed }) => [day, listed])).toEqual(
    [...expected].toReversed().map(([name, calls]) => [name, calls.length]),
  );
  const asked = provider.requests.length;
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  const again = provider.requests.slice(asked).filter((request) => request.includes('Calls.json') && !request.includes('PageToken'));
  expect(again).toHaveLength(1);
});

test('a list that breaks off counts for nothing, and says so; the last complete look stands', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, account);
  provider.placeCall(account);
  provider.faults.add({ of: 'recordings', status: 429, retryAfter: '30' });
  const first = runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  await expect(first).rejects.toMatchObject({ name: ListFailed.name, reason: 'unreachable', retryAfterMs: 30_000 });
  const failed = await completenessOf(connected.owner, connected.connectionId);
  expect(failed).toMatchObject({ lastLookAt: null, lastFailure: { reason: 'unreachable' }, days: [] });
  await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url });
  expect(await completenessOf(connected.owner, connected.connectionId)).toMatchObject({ lastFailure: null, days: [{ difference: 0 }] });
});

test('a refused credential is told, and tried no more until the next hour', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, { ...account, authToken: 'changed-since' });
  expect(await runCatchUp(tenancies, connected.owner.orgId, connected, { baseUrl: provider.url })).toEqual({ failed: 1 });
  expect(await completenessOf(connected.owner, connected.connectionId)).toMatchObject({ lastFailure: { reason: 'sign-in-refused' } });
});

test('nobody looks with the account of another organisation', async () => {
  const account = provider.openTwilioAccount();
  const [acme, rival] = [await connect(tenancies, account), await connect(tenancies, provider.openTwilioAccount())];
  provider.placeCall(account);
  const foreign = runCatchUp(tenancies, rival.owner.orgId, { connectionId: acme.connectionId }, { baseUrl: provider.url });
  await expect(foreign).rejects.toThrow(NotFound);
  await expect(tenancies.app.inTenant(rival.owner, (db) => getCompleteness(db, acme))).rejects.toThrow(NotFound);
  expect([await callsOf(acme.owner), await callsOf(rival.owner)]).toEqual([[], []]);
  const kept = await tenancies.app.inTenant(acme.owner, (db) =>
    db.$count(providerEvents, and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.connectionId, acme.connectionId))),
  );
  expect(kept).toBe(0);
});

test('a silence before a message makes the next look due, and messages one after the other do not', async () => {
  const account = provider.openTwilioAccount();
  const connected = await connect(tenancies, account);
  const isDue = () =>
    tenancies.app.inTenant(connected.owner, async (db) => {
      const [look] = await db
        .select({ isDue: sql<boolean>`${connectionLooks.nextLookAt} <= now()` })
        .from(connectionLooks)
        .where(and(eq(connectionLooks.orgId, db.orgId), eq(connectionLooks.connectionId, connected.connectionId)));
      return look?.isDue;
    });
  const putOff = () =>
    superuser.query(`update public.connection_looks set next_look_at = now() + interval '1 hour' where connection_id = $1`, [
      connected.connectionId,
    ]);
  expect(await isDue()).toBe(true);
  await putOff();
  await tell(tenancies, connected, provider.placeCall(account), [0]);
  expect(await isDue()).toBe(true);
  await putOff();
  await tell(tenancies, connected, provider.placeCall(account), [0]);
  expect(await isDue()).toBe(false);
  await superuser.query(`update public.provider_events set received_at = received_at - interval '16 minutes' where connection_id = $1`, [
    connected.connectionId,
  ]);
  await tell(tenancies, connected, provider.placeCall(account), [0]);
  expect(await isDue()).toBe(true);
});
