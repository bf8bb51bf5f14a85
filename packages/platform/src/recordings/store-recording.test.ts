import { Readable } from 'node:stream';
import { failedRecordingUploads, recordings } from '@ringfence/db/schema';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { JobPostponed } from '@ringfence/tenancy/worker';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { getPeaks } from './get-peaks.ts';
import { listHistory } from './list-history.ts';
import { Failing, openPipeline } from './pipeline.fixture.ts';

const pipeline = await openPipeline();
let acme: SeededOrganization;
beforeEach(async () => {
  acme = await seedOrganization(pipeline.tenancies, 'Acme');
});
afterAll(() => pipeline.close());

const sound = () => silentWave(1000);
const missing = () => Promise.reject(new Failing('not-ready'));
/** Without the one that the seed brought. */
const stepsOf = async () =>
  (await pipeline.asJob(acme, (db) => listHistory(db, acme))).items.flatMap(({ kind, attempt }) =>
    attempt === 9 ? [] : `${kind} ${attempt}`,
  );
const ownObjects = async () => (await pipeline.objects()).filter((name) => name.startsWith(acme.recordingId));
const toldAgo = (minutes: number) =>
  pipeline.asJob(acme, (db) =>
    db.execute(
      sql`update public.recordings set created_at = now() - make_interval(mins => ${minutes}::integer) where org_id = ${acme.orgId}`,
    ),
  );

test('a recording is stored with its length, checksum and peaks, and its history tells how', async () => {
  expect(await pipeline.fetch(acme, sound)).toEqual({ stored: 1, bytes: sound().length });
  expect(await pipeline.rowOf(acme)).toMatchObject({
    status: 'stored',
    isPlayable: true,
    durationMs: 1000,
    channels: 1,
    sizeBytes: sound().length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await pipeline.asJob(acme, (db) => getPeaks(db, acme))).toEqual({ bucketMs: 10, channels: [Array(100).fill(0)] });
  expect(await stepsOf()).toEqual(['received 0', 'claimed 1', 'stored 1']);
});

test('what the provider does not have yet is tried again, and is gone a quarter of an hour after its callback', async () => {
  await toldAgo(14);
  expect(await pipeline.fetch(acme, missing)).toBeInstanceOf(Failing);
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', attempts: 1 });
  await toldAgo(16);
  expect(await pipeline.fetch(acme, missing)).toEqual({ failed: 1 });
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'failed', failureReason: 'gone', retryAt: null });
  expect(await stepsOf()).toEqual(['received 0', 'claimed 1', 'failed 1', 'claimed 2', 'given-up 2']);
});

test.each([
  ['gone for good', () => Promise.reject(new PermanentFailure('gone', 'The provider no longer has this recording.')), 'gone'],
  ['a page and no sound', async () => Buffer.from('<!doctype html>'), 'type-refused'],
])('%s ends it at the first attempt, and leaves nothing behind', async (_, answering, reason) => {
  expect(await pipeline.fetch(acme, answering)).toEqual({ failed: 1 });
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'failed', failureReason: reason, attempts: 1, retryAt: null });
  expect(await ownObjects()).toEqual([]);
});

test('a sound that browsers cannot play is kept', async () => {
  const gsm = silentWave(1000);
  gsm.writeUInt16LE(0x31, 20);
  expect(await pipeline.fetch(acme, () => gsm)).toMatchObject({ stored: 1 });
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'stored', isPlayable: false });
  expect(await pipeline.asJob(acme, (db) => getPeaks(db, acme))).toBeNull();
});

test('a storage that fails uses up attempts, and its recording rests before they begin anew', async () => {
  const full = { put: () => Promise.reject(new Error('no space left')), remove: () => Promise.reject(new Error('nor for this')) };
  expect(await pipeline.fetch(acme, sound, { storage: full })).toBeInstanceOf(Error);
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', lastError: 'Something on our side failed.' });
  expect(await pipeline.fetch(acme, sound, { storage: full, isLastAttempt: true })).toEqual({ failed: 1 });
  const { status, retryAt } = await pipeline.rowOf(acme);
  expect(status).toBe('failed');
  expect(retryAt?.getTime()).toBeGreaterThan(Date.now());
});

test('ATK-080 a job that is delivered twice at once stores one object, one row, and waits for the other', async () => {
  const [begun, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = pipeline.fetch(acme, async () => {
    begun.resolve();
    await free.promise;
    return sound();
  });
  await begun.promise;
  const second = await pipeline.fetch(acme, sound, { id: 'job-2' });
  expect(second).toBeInstanceOf(JobPostponed);
  free.resolve();
  expect(await first).toMatchObject({ stored: 1 });
  expect(await ownObjects()).toEqual([`${acme.recordingId}-1`]);
  expect(await stepsOf()).toEqual(['received 0', 'claimed 1', 'stored 1']);
});

test('ATK-080 a job that is delivered once more after its end asks nobody and changes nothing', async () => {
  await pipeline.fetch(acme, sound);
  const before = await pipeline.rowOf(acme);
  expect(await pipeline.fetch(acme, () => Promise.reject(new Error('nobody may be asked')))).toEqual({ stored: 0 });
  expect(await pipeline.rowOf(acme)).toEqual(before);
});

test('ATK-080 a runner that lost its lease stores nothing, and leaves no object', async () => {
  const outcome = await pipeline.fetch(acme, async () => {
    await pipeline.asJob(acme, (db) =>
      db
        .update(recordings)
        .set({ leaseUntil: sql`now() - interval '1 second'` })
        .where(eq(recordings.id, acme.recordingId)),
    );
    expect(await pipeline.fetch(acme, sound, { id: 'job-2' })).toMatchObject({ stored: 1 });
    return silentWave(2000);
  });
  expect(outcome).toEqual({ stored: 0 });
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'stored', durationMs: 1000, leaseNumber: 2 });
  expect(await ownObjects()).toEqual([`${acme.recordingId}-2`]);
});

test.each([
  ['is too large', () => new PermanentFailure('too-large', 'The recording is larger than may be stored.'), 'failed', 'too-large'],
  ['breaks off', () => new Failing('incomplete'), 'pending', null],
])('ATK-099 a sound that %s in the middle leaves no part of it behind, and says so', async (_, failure, status, failureReason) => {
  const before = await pipeline.objects();
  async function* cut() {
    yield sound().subarray(0, 8_000);
    throw failure();
  }
  await pipeline.fetch(acme, () => Readable.from(cut(), { objectMode: false }));
  expect(await pipeline.rowOf(acme)).toMatchObject({ status, failureReason });
  expect(await pipeline.objects()).toEqual(before);
});

test('each failed attempt is kept once, in our words', async () => {
  for (const isLastAttempt of [false, true]) {
    await pipeline.fetch(acme, () => Promise.reject(new Failing('unreachable')), { isLastAttempt });
  }
  const kept = await pipeline.asJob(acme, (db) =>
    db.select().from(failedRecordingUploads).where(eq(failedRecordingUploads.recordingId, acme.recordingId)),
  );
  expect(kept.map(({ attempt, reason }) => ({ attempt, reason }))).toEqual(
    expect.arrayContaining([
      { attempt: 1, reason: 'unreachable' },
      { attempt: 2, reason: 'unreachable' },
    ]),
  );
});
