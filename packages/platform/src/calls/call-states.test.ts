import type { CallEvent } from '@ringfence/domain/calls';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { endStaleCalls } from './end-stale-calls.ts';
import { getCall } from './get-call.ts';
import { receiveEvent } from './receive-event.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
let acme: SeededOrganization;
beforeEach(async () => {
  acme = await seedOrganization(tenancies, 'Acme');
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** A message about one leg, as far as it matters here. */
function told(kind: string, leg: Partial<CallEvent['leg']>): CallEvent {
  const unknown = {
    parentReference: null,
    relatedReference: null,
    sequence: null,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    talkSeconds: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: null,
  };
  return {
    dedupeKey: `CA9:${kind}`,
    kind,
    occurredAt: null,
    leg: { reference: 'CA9', direction: 'inbound', status: null, ...unknown, ...leg },
    from: null,
    to: null,
    recording: null,
    transcript: null,
  };
}

async function hear(event: CallEvent): Promise<string> {
  const { orgId, connectionId } = acme;
  const message = { connectionId, contentType: 'application/json', body: Buffer.from(event.kind), receivedAt: new Date() };
  const { callId } = await tenancies.app.inTenant({ orgId, actor: { kind: 'connection', id: connectionId } }, (db) =>
    receiveEvent(db, message, { kind: 'event', event }),
  );
  if (callId === null) throw new Error('the event told of no call');
  return callId;
}

const seen = (id: string) => tenancies.app.readInTenant(acme.viewer, (db) => getCall(db, { id }));
const clean = () => tenancies.worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id: '1' } }, endStaleCalls);

test('a call tells of its recording: where it is, when it is tried next, and how often it was', async () => {
  const { recordingState, recordings } = await seen(acme.callId);
  expect(recordingState).toBe('on-its-way');
  expect(recordings).toMatchObject([{ state: 'on-its-way', status: 'pending', attempts: 0, deletesAt: null }]);
  const [waiting] = recordings;
  expect(waiting?.nextAttemptAt?.getTime()).toBeLessThan(Date.now() + MINUTE_MS);
});

test('a call without a recording says whether one is to come', async () => {
  const talking = await hear(told('status:in-progress', { status: 'in-progress', startedAt: ago(2), answeredAt: ago(1) }));
  expect(await seen(talking)).toMatchObject({ recordingState: 'expected', recordings: [] });
  await hear(told('status:completed', { status: 'completed', endedAt: ago(0), talkSeconds: 60 }));
  expect(await seen(talking)).toMatchObject({ recordingState: 'expected' });
  await hear(told('recording:absent', {}));
  expect(await seen(talking)).toMatchObject({ recordingState: 'none-expected' });
});

test('nothing is expected of a line whose earlier calls brought none', async () => {
  const old = await hear(told('status:completed', { status: 'completed', startedAt: ago(90), answeredAt: ago(80), endedAt: ago(70) }));
  await tenancies.app.inTenant(acme.owner, (db) => db.execute(sql`delete from public.recordings`));
  expect(await seen(old)).toMatchObject({ recordingState: 'none-expected' });
  const talking = await hear({
    ...told('status:in-progress', { status: 'in-progress', reference: 'CA8', startedAt: ago(1) }),
    dedupeKey: 'CA8',
  });
  expect(await seen(talking)).toMatchObject({ recordingState: 'none-expected' });
});

test('a call whose end is not told leaves the live view, stays out of it, and is mended by its end', async () => {
  const id = await hear(told('status:in-progress', { status: 'in-progress', startedAt: ago(301), answeredAt: ago(300) }));
  expect(await seen(id)).toMatchObject({ status: 'in-progress' });
  expect(await clean()).toBe(1);
  expect(await seen(id)).toMatchObject({ status: 'end-unknown', endedAt: null, durationSeconds: null });
  await hear(told('recording:completed', { status: 'in-progress' }));
  expect(await seen(id), 'news that is no end').toMatchObject({ status: 'end-unknown' });
  await hear(told('status:completed', { status: 'completed', endedAt: ago(240), talkSeconds: 3600 }));
  expect(await seen(id)).toMatchObject({ status: 'completed', durationSeconds: 3600 });
  expect(await clean()).toBe(0);
});

test('a call that rings is given half an hour', async () => {
  const id = await hear(told('status:ringing', { status: 'ringing', startedAt: ago(29) }));
  expect(await clean()).toBe(0);
  await tenancies.app.inTenant(acme.owner, (db) =>
    db.execute(sql`update public.calls set started_at = now() - interval '31 minutes' where id = ${id}`),
  );
  expect(await clean()).toBe(1);
});
