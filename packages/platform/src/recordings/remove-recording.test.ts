import { Readable } from 'node:stream';
import { recordings, removedRecordings } from '@ringfence/db/schema';
import { NotFound } from '@ringfence/domain';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { findStoredRecording } from './find-stored-recording.ts';
import { openPipeline } from './pipeline.fixture.ts';
import { receiveRecording } from './receive-recording.ts';
import { AT_ONCE, reconciliation } from './reconciliation.fixture.ts';
import { removeObjects } from './remove-objects.job.ts';
import { removeRecording } from './remove-recording.ts';
import { retryRecording } from './retry-recording.ts';

const pipeline = await openPipeline();
const { run, keys } = reconciliation(pipeline);
let acme: SeededOrganization;
let rival: SeededOrganization;

beforeEach(async () => {
  acme = await seedOrganization(pipeline.tenancies, 'Acme');
  rival = await seedOrganization(pipeline.tenancies, 'Rival');
});
afterAll(() => pipeline.close());

const sound = async () => silentWave(1000);
const asOwner = <T>(work: Parameters<typeof pipeline.tenancies.app.inTenant<T>>[1]) => pipeline.tenancies.app.inTenant(acme.owner, work);
const remove = () => asOwner((db) => removeRecording(db, acme));

/** The job that a removal queued. */
function eraseObjects() {
  const handle = removeObjects.accept({ recordingId: acme.recordingId });
  if (!handle) throw new Error('the payload does not fit the job');
  return handle({
    orgId: acme.orgId,
    tenant: (work) => pipeline.asJob(acme, work),
    outside: outsideOf(pipeline.storage),
    job: { id: '1', attempt: 1, isLastAttempt: false },
    workerId: 'test',
    signal: new AbortController().signal,
  });
}

type Outside = Parameters<NonNullable<ReturnType<typeof removeObjects.accept>>>[0]['outside'];
/** Safe: the job asks for nothing else. */
function outsideOf(storage: typeof pipeline.storage): Outside {
  return { storage } as Outside;
}

/** As a callback that comes late, or a look at the provider's list. */
function tellAgain({ callId, callLogId, connectionId, reference, sourceUrl }: typeof recordings.$inferSelect): Promise<void> {
  const recording = { reference, url: sourceUrl, accountId: null, channels: 1, durationMs: 1000, deletesAt: null };
  const connection = { orgId: acme.orgId, actor: { kind: 'connection' as const, id: connectionId } };
  return pipeline.tenancies.app.inTenant(connection, (db) => receiveRecording(db, { callId, callLogId, connectionId, recording }));
}

const rowsOf = ({ orgId, recordingId }: SeededOrganization) =>
  pipeline.asJob({ orgId }, (db) => db.select({ id: recordings.id }).from(recordings).where(eq(recordings.id, recordingId)));

describe('ATK-097 a recording that was removed', () => {
  test('is gone at once with all that hangs on it, its sound by the next job, and a second time is quiet', async () => {
    await pipeline.fetch(acme, sound);
    expect(await keys(acme)).toEqual([`${acme.recordingId}-1`]);
    expect(await remove()).toEqual({ recordingId: acme.recordingId });
    expect(await rowsOf(acme)).toEqual([]);
    await expect(asOwner((db) => findStoredRecording(db, acme))).rejects.toThrow(NotFound);
    await expect(asOwner((db) => retryRecording(db, acme))).rejects.toThrow(NotFound);
    expect(await eraseObjects()).toEqual({ removed: 1 });
    expect(await keys(acme)).toEqual([]);
    expect(await remove()).toEqual({ recordingId: acme.recordingId });
    expect(await eraseObjects()).toEqual({ removed: 1 });
  });

  test("of another organisation, or of nobody, isn't found, and stays", async () => {
    const before = await pipeline.rowOf(rival);
    await expect(asOwner((db) => removeRecording(db, rival))).rejects.toThrow(NotFound);
    expect(await pipeline.rowOf(rival)).toEqual(before);
  });

  test('while it is fetched: whoever fetches it stores nothing', async () => {
    expect(await pipeline.fetch(acme, async () => (await remove(), sound()))).toEqual({ stored: 0 });
    expect(await rowsOf(acme)).toEqual([]);
    expect(await keys(acme)).toEqual([]);
  });

  test('while it is fetched by a worker that is killed then: the reconciliation removes what was stored', async () => {
    await pipeline.fetch(acme, sound, {
      storage: {
        put: async (key, stream, limits) => {
          const stored = await pipeline.storage.put(key, stream, limits);
          await remove();
          await eraseObjects();
          await pipeline.storage.put(key, Readable.from([await sound()]), limits);
          return stored;
        },
        remove: async () => {},
      },
    });
    expect(await keys(acme)).toEqual([`${acme.recordingId}-1`]);
    await run(acme, { times: AT_ONCE });
    expect(await keys(acme)).toEqual([]);
  });

  test('with its call: its objects go all the same', async () => {
    await pipeline.fetch(acme, sound);
    await asOwner((db) => db.delete(recordings).where(eq(recordings.id, acme.recordingId)));
    expect(await keys(acme)).toHaveLength(1);
    await run(acme);
    expect(await keys(acme)).toEqual([]);
    const tombstones = await pipeline.asJob(acme, (db) =>
      db.select().from(removedRecordings).where(eq(removedRecordings.id, acme.recordingId)),
    );
    expect(tombstones).toMatchObject([{ objectsGoneAt: expect.any(Date) }]);
  });

  test('comes back by nothing that is told of it later', async () => {
    const row = await pipeline.rowOf(acme);
    await remove();
    await tellAgain(row);
    expect(await recordingsOf(row.reference)).toEqual([]);
    await tellAgain({ ...row, reference: 'RE-another' });
    expect(await recordingsOf('RE-another')).toHaveLength(1);
  });

  test('comes back by nothing that is told of it in the same moment', async () => {
    const row = await pipeline.rowOf(acme);
    const isRemoved = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const removing = asOwner(async (db) => {
      await removeRecording(db, acme);
      isRemoved.resolve();
      await mayCommit.promise;
    });
    await isRemoved.promise;
    const telling = tellAgain(row);
    await untilWaiting();
    mayCommit.resolve();
    await Promise.all([removing, telling]);
    expect(await recordingsOf(row.reference)).toEqual([]);
  });

  test('is no failure of the job that was to fetch it', async () => {
    await remove();
    expect(await pipeline.fetch(acme, sound)).toEqual({ stored: 0 });
  });
});

/** Until somebody waits for a lock of this database. */
async function untilWaiting(): Promise<void> {
  const client = new Client({ connectionString: pipeline.database.urls.superuser });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rowCount) return;
    }
  } finally {
    await client.end();
  }
}

function recordingsOf(reference: string): Promise<{ id: string }[]> {
  return pipeline.asJob(acme, (db) => db.select({ id: recordings.id }).from(recordings).where(eq(recordings.reference, reference)));
}
