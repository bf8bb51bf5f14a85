import { recordings } from '@ringfence/db/schema';
import { NotFound } from '@ringfence/domain';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { settleFailedJob } from '../jobs/settle-failed-job.ts';
import { type ClaimedRecording, claimRecording } from './claim-recording.ts';
import { completeRecording } from './complete-recording.ts';
import { failRecording } from './fail-recording.ts';
import { releaseRecording } from './release-recording.ts';
import { renewLease } from './renew-lease.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
let acme: SeededOrganization;
let rival: SeededOrganization;

const SOUND = { sizeBytes: 3, sha256: 'a'.repeat(64), durationMs: 46_000, channels: 2, contentType: 'audio/wav', isPlayable: true };
const holder = (name: string) => ({ workerId: name, jobId: `job of ${name}` });

beforeEach(async () => {
  acme = await seedOrganization(tenancies, 'Acme');
  rival = await seedOrganization(tenancies, 'Rival');
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

/** A transaction of the organisation's own job. */
function asJob<T>({ orgId }: Pick<Caller, 'orgId'>, work: (db: TenantDb) => Promise<T>): Promise<T> {
  return tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: '1' } }, work);
}

async function claim(organization: SeededOrganization, worker: string): Promise<ClaimedRecording> {
  const claimed = await asJob(organization, (db) => claimRecording(db, { recordingId: organization.recordingId }, holder(worker)));
  if (claimed.kind !== 'claimed') throw new Error('nothing was claimed');
  return claimed;
}

function letLeaseRunOut(organization: SeededOrganization): Promise<unknown> {
  return asJob(organization, (db) =>
    db
      .update(recordings)
      .set({ leaseUntil: sql`now() - interval '1 second'` })
      .where(eq(recordings.id, organization.recordingId)),
  );
}

async function stateOf(organization: SeededOrganization) {
  const [row] = await asJob(organization, (db) => db.select().from(recordings).where(eq(recordings.id, organization.recordingId)));
  return (
    row && {
      status: row.status,
      attempts: row.attempts,
      leaseNumber: row.leaseNumber,
      failureReason: row.failureReason,
      durationMs: row.durationMs,
    }
  );
}

test('a recording goes to one worker at a time, and to nobody once it is stored', async () => {
  const { lease } = await claim(acme, 'one');
  const other = await asJob(acme, (db) => claimRecording(db, acme, holder('two')));
  expect(other).toMatchObject({ kind: 'held', forMs: expect.any(Number) });
  expect(await asJob(acme, (db) => renewLease(db, lease))).toBe(true);
  expect(await asJob(acme, (db) => completeRecording(db, lease, SOUND, null))).toBe(true);
  expect(await asJob(acme, (db) => claimRecording(db, acme, holder('two')))).toEqual({ kind: 'settled' });
  expect(await stateOf(acme)).toMatchObject({ status: 'stored', attempts: 1, durationMs: 46_000 });
});

test('a worker that lost its lease changes nothing, however late it wakes', async () => {
  const { lease: lost } = await claim(acme, 'sleeper');
  await letLeaseRunOut(acme);
  const { lease } = await claim(acme, 'successor');
  expect(lease.number).toBe(lost.number + 1);
  expect(await asJob(acme, (db) => renewLease(db, lost))).toBe(false);
  expect(await asJob(acme, (db) => completeRecording(db, lost, { ...SOUND, sizeBytes: 1 }, null))).toBe(false);
  await asJob(acme, (db) => failRecording(db, lost, { reason: 'gone', message: 'late' }));
  await asJob(acme, (db) => releaseRecording(db, lost, { reason: 'unreachable', message: 'late' }));
  expect(await stateOf(acme)).toMatchObject({ status: 'processing', leaseNumber: lease.number });
  expect(await asJob(acme, (db) => completeRecording(db, lease, SOUND, null))).toBe(true);
});

test("another organisation's recording is not found, and nothing of it moves", async () => {
  const before = await stateOf(acme);
  const foreign = { recordingId: acme.recordingId };
  await expect(asJob(rival, (db) => claimRecording(db, foreign, holder('one')))).rejects.toThrow(NotFound);
  await expect(asJob(rival, (db) => claimRecording(db, { recordingId: crypto.randomUUID() }, holder('one')))).rejects.toThrow(NotFound);
  await asJob(rival, (db) =>
    settleFailedJob(db, { jobId: '7', task: 'store-recording', payload: { ...foreign, orgId: rival.orgId }, why: 'no such recording' }),
  );
  expect(await stateOf(acme)).toEqual(before);
  expect((await claim(acme, 'one')).lease.attempt).toBe(1);
});

const endedForGood = (jobId: string) =>
  asJob(acme, (db) =>
    settleFailedJob(db, {
      jobId,
      task: 'store-recording',
      payload: { recordingId: acme.recordingId, orgId: acme.orgId },
      why: 'cut short',
    }),
  );

test('a job that failed for good leaves no recording waiting', async () => {
  await claim(acme, 'one');
  await endedForGood('job of one');
  expect(await stateOf(acme)).toMatchObject({ status: 'failed', failureReason: 'internal' });
});

test('the last attempt of one job ends nothing that another worker holds, until that one is lost too', async () => {
  const { lease } = await claim(acme, 'two');
  await endedForGood('job of one');
  expect(await stateOf(acme)).toMatchObject({ status: 'processing', leaseNumber: lease.number, failureReason: null });
  await letLeaseRunOut(acme);
  await endedForGood('job of one');
  expect(await stateOf(acme)).toMatchObject({ status: 'failed', failureReason: 'internal' });
});
