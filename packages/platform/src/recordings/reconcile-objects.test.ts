import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { recordings } from '@ringfence/db/schema';
import { Unavailable } from '@ringfence/domain';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { listHistory } from './list-history.ts';
import { openPipeline } from './pipeline.fixture.ts';
import { AT_ONCE, reconciliation } from './reconciliation.fixture.ts';

const pipeline = await openPipeline();
const { run, aged, addStored, putObject, keys, findings, report, letPass } = reconciliation(pipeline);
let acme: SeededOrganization;
let rival: SeededOrganization;

beforeEach(async () => {
  acme = await seedOrganization(pipeline.tenancies, 'Acme');
  rival = await seedOrganization(pipeline.tenancies, 'Rival');
  // Settles the recording that each begins with as removed.
  await Promise.all([run(acme), run(rival)]);
});
afterAll(() => pipeline.close());

const sound = async () => silentWave(1000);
const statusOf = async (of: SeededOrganization) => (await pipeline.rowOf(of)).status;

/** Stores the recording, and loses its object. */
async function loseObject(of: SeededOrganization): Promise<void> {
  await pipeline.fetch(of, sound);
  await pipeline.storage.remove(`org/${of.orgId}/recordings/${of.recordingId}-1`);
  await letPass(of, 1);
}

/** What a worker left that was killed between storing a sound and saying so. */
async function leaveOrphan(of: SeededOrganization): Promise<void> {
  await pipeline.fetch(of, sound);
  await putObject(of, 0);
}

describe('an object that no recording names', () => {
  test('is noted by one look, and removed by the next; what is named stays', async () => {
    await leaveOrphan(acme);
    const [stored, orphan] = [`${acme.recordingId}-1`, `${acme.recordingId}-0`];
    expect(await run(acme, { outside: aged(1) })).toMatchObject({ objects: 2, recordings: 1, removed: 0, fetched: 0, halted: 0 });
    expect(await findings(acme)).toEqual([{ kind: 'orphan', recordingId: acme.recordingId, number: 0, outcome: null }]);
    expect(await keys(acme)).toEqual([orphan, stored]);
    expect(await run(acme, { outside: aged(1) })).toMatchObject({ removed: 0 });
    await letPass(acme, 1);
    expect(await run(acme, { outside: aged(1) })).toMatchObject({ removed: 1 });
    expect(await findings(acme)).toEqual([{ kind: 'orphan', recordingId: acme.recordingId, number: 0, outcome: 'removed' }]);
    expect(await keys(acme)).toEqual([stored]);
    expect(await report(acme)).toMatchObject({ objects: 2, recordings: 1, removed: 1, halted: null, lookedAt: expect.any(Date) });
  });

  test('is left alone while it is younger than any upload is long', async () => {
    await leaveOrphan(acme);
    await run(acme);
    expect(await findings(acme)).toEqual([]);
  });

  test('of a recording that nobody remembers waits a week, as when a database was set back', async () => {
    await putObject({ orgId: acme.orgId, recordingId: randomUUID() }, 1);
    await run(acme, { outside: aged(1) });
    await letPass(acme, 6);
    expect(await run(acme, { outside: aged(1) })).toMatchObject({ removed: 0 });
    await letPass(acme, 1);
    expect(await run(acme, { outside: aged(1) })).toMatchObject({ removed: 1 });
  });

  test('of a name that is not ours is counted, and stays', async () => {
    await pipeline.storage.put(`org/${acme.orgId}/recordings/of-a-later-version`, Readable.from(['x']), { maxBytes: 10 });
    expect(await run(acme, { times: AT_ONCE })).toMatchObject({ unknown: 1, removed: 0 });
    expect(await keys(acme)).toEqual(['of-a-later-version']);
  });

  test('a worker needs is never taken from it, however long it works', async () => {
    const named: string[] = [];
    await pipeline.fetch(acme, sound, {
      storage: {
        put: async (key, stream, limits) => {
          const stored = await pipeline.storage.put(key, stream, limits);
          named.push(key);
          for (let look = 0; look < 2; look += 1) await run(acme, { times: AT_ONCE });
          return stored;
        },
      },
    });
    expect(await statusOf(acme)).toBe('stored');
    expect(await pipeline.storage.size(named[0] ?? '')).toBe((await sound()).length);
  });
});

describe('a stored recording whose object is gone', () => {
  test('is noted by one look, and fetched again after the next', async () => {
    await loseObject(acme);
    await run(acme);
    expect(await findings(acme)).toEqual([{ kind: 'lost', recordingId: acme.recordingId, number: 1, outcome: null }]);
    expect(await statusOf(acme)).toBe('stored');
    await letPass(acme, 1);
    expect(await run(acme)).toMatchObject({ fetched: 1, halted: 0 });
    expect(await findings(acme)).toMatchObject([{ outcome: 'fetched' }]);
    expect(await statusOf(acme)).toBe('pending');
    expect(await pipeline.fetch(acme, sound)).toMatchObject({ stored: 1 });
    expect(await keys(acme)).toEqual([`${acme.recordingId}-2`]);
    const { items } = await pipeline.asJob(acme, (db) => listHistory(db, acme));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'retried', message: 'The storage had lost it.' }));
  });

  test('is left in peace when the object comes to light again', async () => {
    await loseObject(acme);
    await run(acme);
    await putObject(acme, 1);
    await letPass(acme, 1);
    expect(await run(acme)).toMatchObject({ fetched: 0 });
    expect(await findings(acme)).toMatchObject([{ outcome: 'healed' }]);
    expect(await statusOf(acme)).toBe('stored');
  });

  test('is believed only when the storage says so twice', async () => {
    await pipeline.fetch(acme, sound);
    await letPass(acme, 1);
    const forgetful = { list: async function* () {} };
    await run(acme, { outside: forgetful });
    await letPass(acme, 1);
    expect(await run(acme, { outside: forgetful })).toMatchObject({ fetched: 0 });
    expect([await statusOf(acme), (await findings(acme)).map(({ outcome }) => outcome)]).toEqual(['stored', ['healed']]);
  });
});

test('ATK-082 ATK-096 what looks the same in another organisation is not touched', async () => {
  for (const of of [acme, rival]) await leaveOrphan(of);
  const before = [await keys(rival), await pipeline.rowOf(rival), await findings(rival), await report(rival)];
  await run(acme, { times: AT_ONCE });
  expect(await keys(acme)).toEqual([`${acme.recordingId}-1`]);
  expect([await keys(rival), await pipeline.rowOf(rival), await findings(rival), await report(rival)]).toEqual(before);
});

test('a storage or database that is more likely the wrong one stops it, and nothing is touched', async () => {
  await addStored(acme, 30);
  const wrongOnes = Array.from({ length: 30 }, () => ({ orgId: acme.orgId, recordingId: randomUUID() }));
  for (const wrong of wrongOnes) await putObject(wrong, 1);
  await run(acme, { times: AT_ONCE });
  expect(await run(acme, { times: AT_ONCE })).toMatchObject({ objects: 30, recordings: 30, removed: 0, fetched: 0, halted: 1 });
  expect(await report(acme)).toMatchObject({ halted: 'too-many-orphans' });
  expect(await keys(acme)).toHaveLength(30);
  const rows = await pipeline.asJob(acme, (db) => db.select().from(recordings).where(eq(recordings.status, 'stored')));
  expect(rows).toHaveLength(30);
});

test('a storage that fails in the middle leaves the rest for the next run', async () => {
  await leaveOrphan(acme);
  const failing = { remove: () => Promise.reject(new Unavailable('The storage cannot be reached.')) };
  await expect(run(acme, { times: AT_ONCE, outside: failing })).rejects.toThrow(Unavailable);
  expect(await findings(acme)).toMatchObject([{ outcome: null }]);
  expect(await run(acme, { times: AT_ONCE })).toMatchObject({ removed: 1 });
});

test('more recordings and objects than fit in one look are compared all', async () => {
  const added = await addStored(acme, 2300);
  const lost = new Set(added.filter((_, index) => index % 200 === 7));
  const ids = added.filter((id) => !lost.has(id)).toSorted();
  const listed = {
    async *list(folder: string) {
      for (const [index, id] of ids.entries()) {
        if (index % 300 === 5) yield { key: `${folder}/${id}-0`, sizeBytes: 1, storedAt: new Date(0) };
        yield { key: `${folder}/${id}-1`, sizeBytes: 1, storedAt: new Date(0) };
      }
    },
  };
  const seen = await run(acme, { outside: listed });
  expect(seen).toMatchObject({ objects: ids.length + 8, recordings: 2300 });
  const found = await findings(acme);
  expect(
    found
      .filter(({ kind }) => kind === 'lost')
      .map(({ recordingId }) => recordingId)
      .toSorted(),
  ).toEqual([...lost].toSorted());
  expect(found.filter(({ kind }) => kind === 'orphan')).toHaveLength(8);
});
