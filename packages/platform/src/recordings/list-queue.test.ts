import { recordings } from '@ringfence/db/schema';
import { InvalidInput, NotFound } from '@ringfence/domain';
import type { TenantDb } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { listQueue } from './list-queue.ts';
import { queueRecording } from './queue-recording.ts';
import { retryRecording } from './retry-recording.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
let acme: SeededOrganization;
let rival: SeededOrganization;
beforeEach(async () => {
  acme = await seedOrganization(tenancies, 'Acme');
  rival = await seedOrganization(tenancies, 'Rival');
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

const asOwner = <T>(work: (db: TenantDb) => Promise<T>): Promise<T> => tenancies.app.inTenant(acme.owner, work);

/** More recordings like the seeded one; gives their ids in the order in which they came. */
function addRecordings(...states: Partial<typeof recordings.$inferInsert>[]): Promise<string[]> {
  return asOwner(async (db) => {
    const [like] = await db.select().from(recordings).where(eq(recordings.id, acme.recordingId));
    if (!like) throw new Error('there is no seeded recording');
    const ids: string[] = [];
    for (const [place, state] of states.entries()) {
      const { orgId, callId, callLogId, connectionId, sourceUrl } = like;
      const values = { orgId, callId, callLogId, connectionId, sourceUrl, reference: `RE-${place}`, ...state };
      const [added] = await db.insert(recordings).values(values).returning({ id: recordings.id });
      ids.push(added?.id ?? '');
    }
    return ids;
  });
}

test('the queue tells what waits, runs, failed and is gone, newest first, and how many of each', async () => {
  const stored = { status: 'stored', sha256: 'a'.repeat(64), sizeBytes: 1, durationMs: 1, contentType: 'audio/wav' } as const;
  const [running, failed, gone] = await addRecordings(
    { status: 'processing', leaseUntil: new Date() },
    { status: 'failed', failureReason: 'unreachable', lastError: 'The provider answered with status 500.', retryAt: new Date(0) },
    { status: 'failed', failureReason: 'gone' },
    stored,
  );
  const { items, totals, nextCursor } = await asOwner((db) => listQueue(db, {}));
  expect(items.map(({ id, state }) => [id, state])).toEqual([
    [gone, 'gone'],
    [failed, 'failed'],
    [running, 'running'],
    [acme.recordingId, 'waiting'],
  ]);
  expect(totals).toEqual({ waiting: 1, running: 1, failed: 1, gone: 1 });
  expect(nextCursor).toBeNull();
  expect(items[1]).toMatchObject({ reason: 'unreachable', message: 'The provider answered with status 500.', nextAttemptAt: new Date(0) });
  expect(items[3]).toMatchObject({ provider: 'twilio', callId: acme.callId, fromNumber: '+4915112345678', isPaused: false });
  expect(items[3]?.nextAttemptAt).toBeInstanceOf(Date);
  const only = await asOwner((db) => listQueue(db, { state: 'failed' }));
  expect(only.items.map(({ id }) => id)).toEqual([failed]);
});

test('it goes on page by page, and another organisation’s place is none', async () => {
  await addRecordings({}, {});
  const first = await asOwner((db) => listQueue(db, { limit: 2 }));
  const cursor = first.nextCursor ?? '';
  const second = await asOwner((db) => listQueue(db, { limit: 2, cursor }));
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
    ...new Set([...first.items, ...second.items].map(({ id }) => id)),
  ]);
  expect(second).toMatchObject({ items: [{ id: acme.recordingId }], nextCursor: null });
  await expect(tenancies.app.inTenant(rival.owner, (db) => listQueue(db, { cursor }))).rejects.toThrow(InvalidInput);
});

test('what its provider deletes sooner is fetched sooner, and before what nobody deletes', async () => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const [never, late, soon] = await addRecordings({}, { deletesAt: days(13) }, { deletesAt: days(2) });
  const ids = [never, late, soon].map((id) => id ?? '');
  await asOwner(async (db) => {
    await db.execute(sql`delete from public.recordings where id = ${acme.recordingId}`);
    const rows = await db.select().from(recordings).orderBy(recordings.id);
    for (const row of rows) await queueRecording(db, row);
  });
  const { rows } = await tenancies.worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id: '1' } }, (db) =>
    db.execute<{ id: string }>(sql`select payload ->> 'recordingId' as id from graphile_worker._private_jobs
      where payload ->> 'orgId' = ${acme.orgId} and payload ->> 'recordingId' = any (${sql.param(ids)}::text[]) order by run_at`),
  );
  expect(rows.map(({ id }) => id)).toEqual([soon, late, never]);
});

test('a retry reaches only failed recordings of its own organisation', async () => {
  const [failed = ''] = await addRecordings({ status: 'failed', failureReason: 'gone', attempts: 4 });
  const retry = (of: SeededOrganization, recordingId: string) =>
    tenancies.app.inTenant(of.agent, (db) => retryRecording(db, { recordingId }));
  await expect(retry(rival, failed)).rejects.toThrow(NotFound);
  await expect(retry(acme, acme.recordingId)).rejects.toThrow(NotFound);
  expect((await asOwner((db) => listQueue(db, { state: 'gone' }))).items).toMatchObject([{ id: failed, attempts: 4 }]);
  expect(await retry(acme, failed)).toEqual({ recordingId: failed });
  expect((await asOwner((db) => listQueue(db, { state: 'waiting' }))).items).toMatchObject([{ id: failed, attempts: 4 }, {}]);
});
