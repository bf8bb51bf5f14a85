import { recordings } from '@ringfence/db/schema';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization } from '@ringfence/testing/organizations';
import { and, eq, ne, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { type JobFacts, openPipeline } from './pipeline.fixture.ts';
import { AT_ONCE, reconciliation } from './reconciliation.fixture.ts';

const RACES = 1000;
const AT_A_TIME = 8;

const pipeline = await openPipeline();
const { run, keys } = reconciliation(pipeline);
const acme = await seedOrganization(pipeline.tenancies, 'Acme');
afterAll(() => pipeline.close());

const SOUND = silentWave(50);
const sound = async () => SOUND;
type Put = NonNullable<NonNullable<JobFacts['storage']>['put']>;
const { put } = pipeline.storage;

/** Lets whoever holds a recording lose it. */
function endLease(recordingId: string): Promise<unknown> {
  return pipeline.asJob(acme, (db) =>
    db
      .update(recordings)
      .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
      .where(and(eq(recordings.orgId, acme.orgId), eq(recordings.id, recordingId), eq(recordings.status, 'processing'))),
  );
}

/** What may happen while a sound is being stored. */
const LIVES: readonly ((recordingId: string) => Promise<unknown>)[] = [
  (recordingId) => fetch(recordingId),
  (recordingId) => fetch(recordingId),
  // Killed once the object lay there and before any row named it.
  async (recordingId) => {
    const killed: Put = async (...object) => {
      await put(...object);
      throw new Error('killed');
    };
    await fetch(recordingId, { storage: { put: killed, remove: async () => {} } });
    await endLease(recordingId);
    await fetch(recordingId);
  },
  // Overtaken by another while it stored, and only then done.
  async (recordingId) => {
    const overtaken: Put = async (...object) => {
      const stored = await put(...object);
      await endLease(recordingId);
      await fetch(recordingId);
      return stored;
    };
    await fetch(recordingId, { storage: { put: overtaken } });
  },
  // Broken on the way, and tried again.
  async (recordingId) => {
    await fetch(recordingId, { storage: { put: () => Promise.reject(new Error('broken')) } });
    await fetch(recordingId);
  },
];

function fetch(recordingId: string, facts?: JobFacts): Promise<unknown> {
  return pipeline.fetch({ orgId: acme.orgId, recordingId }, sound, facts);
}

test(
  'ATK-096 of a thousand objects that are stored while the reconciliation runs none that is named is removed, and none else is left',
  { timeout: 240_000 },
  async () => {
    const ids = await addRecordings();
    let isOver = false;
    let removed = 0;
    async function reconcile(): Promise<void> {
      while (!isOver) removed += (await run(acme, { times: AT_ONCE }))['removed'] ?? 0;
    }
    async function work(): Promise<void> {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await LIVES[ids.length % LIVES.length]?.(id);
    }
    const reconciling = [reconcile(), reconcile()];
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, work));
    } finally {
      isOver = true;
      await Promise.all(reconciling);
    }
    expect(removed).toBeGreaterThan(0);
    await run(acme, { times: AT_ONCE });
    const rows = await pipeline.asJob(acme, (db) => db.select().from(recordings).where(ne(recordings.id, acme.recordingId)));
    const unstored = rows.filter(({ status }) => status !== 'stored');
    expect(unstored.map(({ status, lastError, leaseNumber, attempts }) => ({ status, lastError, leaseNumber, attempts }))).toEqual([]);
    expect(await keys(acme)).toEqual(rows.map(({ id, leaseNumber }) => `${id}-${leaseNumber}`).toSorted());
  },
);

async function addRecordings(): Promise<string[]> {
  const { callId, callLogId, connectionId, sourceUrl } = await pipeline.rowOf(acme);
  const like = { orgId: acme.orgId, callId, callLogId, connectionId, sourceUrl };
  const rows = Array.from({ length: RACES }, (_, index) => ({ ...like, reference: `RE${index}` }));
  const added = await pipeline.tenancies.app.inTenant(acme.owner, (db) =>
    db.insert(recordings).values(rows).returning({ id: recordings.id }),
  );
  return added.map(({ id }) => id);
}
