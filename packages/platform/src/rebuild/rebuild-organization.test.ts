import { randomUUID } from 'node:crypto';
import type { CallEvent, Understood } from '@ringfence/domain/calls';
import { callLogs, providerEvents, recordings } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import type { Caller } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withinTenant } from '../across-tenants/within-tenant.ts';
import { getCall } from '../calls/get-call.ts';
import { listCalls } from '../calls/list-calls.ts';
import { receiveEvent } from '../calls/receive-event.ts';
import { createConnection } from '../connections/create-connection.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import type { Reread } from './kept-event.ts';
import { rebuildOrganization } from './rebuild-organization.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
const unsealed = { seal: (secret: string) => Buffer.from(secret), open: (sealed: Buffer) => sealed.toString() };

beforeAll(() => superuser.connect());
afterAll(async () => {
  await superuser.end();
  await tenancies.close();
  await database.close();
});

interface Organization {
  readonly owner: Caller;
  readonly connectionId: string;
}

async function openOrganization(name: string): Promise<Organization> {
  const ownerId = randomUUID();
  const { orgId } = await createOrganization(tenancies.app, { name, timeZone: 'UTC' }, ownerId);
  const owner: Caller = { orgId, actor: { kind: 'user', id: ownerId } };
  const { id } = await tenancies.app.inTenant(owner, (db) => createConnection(db, { provider: 'twilio', name: 'Main line' }, unsealed));
  return { owner, connectionId: id };
}

/** A message that says in JSON what the tests' readers make of it. */
interface Told {
  readonly reference: string;
  readonly kind: string;
  readonly leg?: Partial<CallEvent['leg']>;
  readonly recording?: string;
  readonly words?: string;
}

const at = (second: number) => new Date(Date.UTC(2026, 1, 12, 11, 48, second)).toISOString();

/** The right reader. */
function read(told: Told): Understood {
  const date = (text: unknown) => (typeof text === 'string' ? new Date(text) : null);
  const nothing = {
    parentReference: null,
    relatedReference: null,
    direction: 'inbound',
    status: null,
    sequence: null,
    talkSeconds: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: null,
  } as const;
  const { startedAt, answeredAt, endedAt, ...leg } = told.leg ?? {};
  const times = { startedAt: date(startedAt), answeredAt: date(answeredAt), endedAt: date(endedAt) };
  return {
    kind: 'event',
    event: {
      dedupeKey: `${told.reference}:${told.kind}`,
      kind: told.kind,
      occurredAt: null,
      leg: { ...nothing, reference: told.reference, ...leg, ...times },
      from: { number: '+14155550123', heard: '+14155550123' },
      to: { number: '+15125550188', heard: '+15125550188' },
      recording: told.recording
        ? { reference: told.recording, url: 'https://api.twilio.com/RE', durationMs: 1, channels: 2, accountId: 'AC1' }
        : null,
      transcript: told.words ? [{ speaker: 'caller', startMs: 0, endMs: 1, text: told.words }] : null,
    },
  };
}

const reread: Reread = ({ body }) => read(JSON.parse(body.toString()) as Told);

/** Takes a message in by some reader: a wrong one, as a parser with a bug would be. */
async function receive({ owner, connectionId }: Organization, told: Told, reader: (told: Told) => Understood = read): Promise<void> {
  const message = { connectionId, contentType: 'application/json', body: Buffer.from(JSON.stringify(told)), receivedAt: new Date() };
  const connection: Caller = { orgId: owner.orgId, actor: { kind: 'connection', id: connectionId } };
  await tenancies.app.inTenant(connection, (db) => receiveEvent(db, message, reader(told)));
}

function rebuild({ owner: { orgId } }: Organization, mode: 'show' | 'apply', reader = reread) {
  return withinTenant(tenancies.service, { reason: 'a test', orgId, forMs: 60_000 }, (tenant) =>
    rebuildOrganization({ tenant, reread: reader, mode }),
  );
}

async function callsOf({ owner }: Organization) {
  const { items } = await tenancies.app.inTenant(owner, (db) => listCalls(db, { limit: 200 }));
  const calls = await Promise.all(items.map(({ id }) => tenancies.app.inTenant(owner, (db) => getCall(db, { id }))));
  return calls.map(({ recordings: sounds, ...call }) => ({ ...call, recordings: sounds.map(({ id, status }) => ({ id, status })) }));
}

/** All rows of an organisation but who crossed into it. */
async function digestOf({ owner: { orgId } }: Organization): Promise<string> {
  const { rows } = await superuser.query<{ digest: string }>(
    `select md5(string_agg(rows::text, '' order by rows::text)) as digest from (
       select to_jsonb(c) as rows from public.calls c where org_id = $1 union all select to_jsonb(l) from public.call_logs l where org_id = $1
       union all select to_jsonb(r) from public.recordings r where org_id = $1 union all select to_jsonb(e) from public.provider_events e where org_id = $1
       union all select to_jsonb(t) from public.transcript_segments t where org_id = $1) all_rows`,
    [orgId],
  );
  return rows[0]?.digest ?? '';
}

const ended: Told = { reference: 'CA1', kind: 'completed', leg: { status: 'completed', endedAt: at(80) as never, talkSeconds: 49 } };
const ringing: Told = { reference: 'CA1', kind: 'ringing', leg: { status: 'ringing', startedAt: at(25) as never } };
const recorded: Told = { reference: 'CA1', kind: 'recording', recording: 'RE1', words: 'Good morning.' };

test('what is right already stays as it is, to the last row', async () => {
  const acme = await openOrganization('Acme');
  const child: Told = { reference: 'CA2', kind: 'answered', leg: { parentReference: 'CA1', status: 'completed', talkSeconds: 40 } };
  for (const told of [child, recorded, ended, ringing]) await receive(acme, told);
  const before = await digestOf(acme);
  for (const mode of ['show', 'apply'] as const) {
    expect(await rebuild(acme, mode)).toMatchObject({
      applied: mode === 'apply',
      events: { read: 4, mended: 0, parked: 0, unreadable: 0 },
      calls: { added: 0, changed: 0, emptied: 0 },
      legs: { added: 0, changed: 0, moved: 0, removed: 0 },
      recordings: { added: 0, changed: 0 },
      transcripts: 0,
      changes: [],
    });
    expect(await digestOf(acme)).toBe(before);
  }
});

test('a mended parser mends the past: first shown, then done, with the same ids', async () => {
  const acme = await openOrganization('Acme');
  const rival = await openOrganization('Rival');
  const inMinutes = (told: Told): Understood => read({ ...told, leg: { ...told.leg, talkSeconds: told.leg?.talkSeconds ? 1 : null } });
  const intoTheVoid = (told: Told): Understood => read({ reference: told.reference, kind: told.kind });
  for (const one of [acme, rival]) {
    await receive(one, ringing);
    await receive(one, ended, inMinutes);
    await receive(one, recorded, intoTheVoid);
  }
  const [wrong] = await callsOf(acme);
  const [before, rivals] = [await digestOf(acme), await digestOf(rival)];
  const shown = await rebuild(acme, 'show');
  expect(shown).toMatchObject({ applied: false, calls: { changed: 1 }, legs: { changed: 1 }, recordings: { added: 1 }, transcripts: 1 });
  const fields = shown.changes.find(({ what }) => what === 'call')?.fields;
  expect(fields).toContainEqual({ field: 'durationSeconds', from: '1', to: '49' });
  expect(await digestOf(acme)).toBe(before);

  expect(await rebuild(acme, 'apply')).toEqual({ ...shown, applied: true });
  const [mended, ...others] = await callsOf(acme);
  expect(others).toEqual([]);
  expect([mended?.id, mended?.legs.map(({ id }) => id)]).toEqual([wrong?.id, wrong?.legs.map(({ id }) => id)]);
  expect([mended?.durationSeconds, mended?.recordings.length, mended?.transcript.map(({ text }) => text)]).toEqual([
    49,
    1,
    ['Good morning.'],
  ]);
  expect((await rebuild(acme, 'show')).changes).toEqual([]);
  expect(await digestOf(rival)).toBe(rivals);
});

test('messages that were parked are taken in, and are parked no more', async () => {
  const acme = await openOrganization('Acme');
  const park = ({ reference, kind }: Told): Understood => ({
    kind: 'parked',
    dedupeKey: `parked:${kind}${reference}`,
    messageKind: kind,
    reason: 'type: unknown',
  });
  await receive(acme, ringing);
  await receive(acme, ended, park);
  await receive(acme, { ...ringing, reference: 'CA9' }, park);
  await receive(acme, { reference: 'CA9', kind: 'model-output' }, park);
  const idle: Reread = (kept) => {
    const told = JSON.parse(kept.body.toString()) as Told;
    return told.kind === 'model-output' ? { kind: 'ignored', dedupeKey: 'x', messageKind: told.kind, callReference: 'CA9' } : read(told);
  };
  expect(await rebuild(acme, 'apply', idle)).toMatchObject({
    events: { mended: 3, parked: 0 },
    calls: { added: 1, changed: 1 },
    legs: { added: 1, changed: 1 },
  });
  expect((await callsOf(acme)).map(({ status, events }) => [status, events.length])).toEqual([
    ['ringing', 2],
    ['completed', 2],
  ]);
  const left = await tenancies.app.inTenant(acme.owner, (db) =>
    db.$count(providerEvents, and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.outcome, 'parked'))),
  );
  expect(left).toBe(0);
  expect((await rebuild(acme, 'show', idle)).changes).toEqual([]);
});

test('legs that were put together wrongly come apart, and those that belong together become one call', async () => {
  const acme = await openOrganization('Acme');
  const [first, second, third] = ['CA1', 'CA2', 'CA3'].map((reference): Told => ({ ...ended, reference }));
  if (!first || !second || !third) throw new Error('no messages');
  const asChild = (told: Told): Understood => read({ ...told, leg: { ...told.leg, parentReference: 'CA1' } });
  await receive(acme, first);
  await receive(acme, { ...second, recording: 'RE2', words: 'Hello.' }, asChild);
  await receive(acme, third);
  const parentOfThird: Reread = (kept) => {
    const told = JSON.parse(kept.body.toString()) as Told;
    return told.reference === 'CA3' ? asChild(told) : read(told);
  };
  const [kept] = (await callsOf(acme)).filter(({ legs }) => legs.length === 2);
  expect(await rebuild(acme, 'apply', parentOfThird)).toMatchObject({ calls: { added: 1, emptied: 1 }, legs: { moved: 2 } });
  const after = await callsOf(acme);
  const byLegs = new Map(
    after.map((call) => [
      call.legs
        .map(({ reference }) => reference)
        .toSorted()
        .join(' '),
      call,
    ]),
  );
  expect([...byLegs.keys()].toSorted()).toEqual(['CA1 CA3', 'CA2']);
  expect(byLegs.get('CA1 CA3')?.id).toBe(kept?.id);
  expect([byLegs.get('CA2')?.recordings.length, byLegs.get('CA2')?.transcript.length]).toEqual([1, 1]);
  expect((await rebuild(acme, 'show', parentOfThird)).changes).toEqual([]);
});

test('a leg whose name was misread goes, and its stored sound moves to the right one', async () => {
  const acme = await openOrganization('Acme');
  const misread = (told: Told): Understood => read({ ...told, reference: 'CA-misread' });
  await receive(acme, ended);
  await receive(acme, recorded, misread);
  await tenancies.worker.inTenant({ orgId: acme.owner.orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db
      .update(recordings)
      .set({ status: 'stored', sha256: '0'.repeat(64), sizeBytes: 1, durationMs: 1, contentType: 'audio/wav' })
      .where(eq(recordings.orgId, db.orgId)),
  );
  expect(await callsOf(acme)).toHaveLength(2);
  expect(await rebuild(acme, 'apply')).toMatchObject({ recordings: { added: 0, changed: 1 } });
  const [call, ...others] = await callsOf(acme);
  expect(others).toEqual([]);
  expect([call?.legs.length, call?.recordings.map(({ status }) => status)]).toEqual([1, ['stored']]);
});

test('a message that is not understood any more costs nothing of what it told', async () => {
  const acme = await openOrganization('Acme');
  await receive(acme, ringing);
  await receive(acme, ended);
  const before = await digestOf(acme);
  const forgetful: Reread = (kept) => {
    const told = JSON.parse(kept.body.toString()) as Told;
    return told.kind === 'completed' ? { kind: 'parked', dedupeKey: 'x', messageKind: told.kind, reason: 'type: unknown' } : read(told);
  };
  expect(await rebuild(acme, 'apply', forgetful)).toMatchObject({ events: { unreadable: 1 }, changes: [] });
  expect(await digestOf(acme)).toBe(before);
});

test('messages that come while an organisation is rebuilt are not lost', async () => {
  const acme = await openOrganization('Acme');
  const inMinutes = (told: Told): Understood => read({ ...told, leg: { ...told.leg, talkSeconds: 1 } });
  const references = Array.from({ length: 60 }, (_, index) => `CA${index}`);
  for (const reference of references) await receive(acme, { ...ended, reference }, inMinutes);
  async function reportThird(which: number): Promise<void> {
    for (const reference of references.filter((_, index) => index % 3 === which)) {
      await receive(acme, { reference, kind: 'report', leg: { summary: 'Asked for a viewing.' } });
    }
  }
  await Promise.all([rebuild(acme, 'apply'), ...[0, 1, 2].map(reportThird)]);
  const legs = await tenancies.app.inTenant(acme.owner, (db) => db.select().from(callLogs).where(eq(callLogs.orgId, db.orgId)));
  expect(legs.map(({ talkSeconds, summary }) => [talkSeconds, summary])).toEqual(references.map(() => [49, 'Asked for a viewing.']));
});
