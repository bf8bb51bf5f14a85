import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditLog, recordings } from '@ringfence/db/schema';
import { storeRecordingJob } from '@ringfence/domain/recordings';
import { enqueue } from '@ringfence/platform/jobs';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RecordedCall, recordedCall } from './recorded-call.fixture.ts';
import { slowProvider } from './slow-provider.fixture.ts';
import { startWorker, type TenantWorker } from './worker.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const database = await testDatabase();
const tenancies = openTenancies(database);
const provider = await slowProvider();
const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-worker-'));
const silent = { info: () => {}, warn: () => {}, error: () => {} };
let acme: RecordedCall;
let rival: RecordedCall;
let worker: TenantWorker;

beforeAll(async () => {
  [acme, rival] = [
    await recordedCall(tenancies, database.secretKey, provider.host),
    await recordedCall(tenancies, database.secretKey, provider.host),
  ];
  // No job of its own runs here: what becomes of rival's recording is all Acme's doing.
  await inQueue('delete from graphile_worker._private_jobs');
  worker = await startWorker({
    databaseUrl: database.urls.worker,
    serviceDatabaseUrl: database.urls.service,
    secretKey: database.secretKey,
    storageUrl: `file:${folder}`,
    recordingHosts: [provider.host],
    log: silent,
  });
});
afterAll(async () => {
  await worker.stop();
  await provider.close();
  await tenancies.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** The worker's log-in is the one that may look into the queue. */
async function inQueue(statement: string): Promise<unknown[]> {
  const { rows } = await tenancies.worker.inTenant(acme.owner, (db) => db.execute(sql.raw(statement)));
  return rows;
}

const recordingOf = ({ owner, recordingId }: RecordedCall) =>
  tenancies.app.inTenant(owner, async (db) => (await db.select().from(recordings).where(eq(recordings.id, recordingId)))[0]);

test("ATK-075 a job that names another organisation's recording fails for good, its organisation is told, and the other's recording stays as it was", async () => {
  const before = await recordingOf(rival);
  await tenancies.app.inTenant(acme.owner, (db) => enqueue(db, storeRecordingJob, { recordingId: rival.recordingId }));
  const failures = () => tenancies.app.inTenant(acme.owner, (db) => db.select().from(auditLog).where(eq(auditLog.action, 'job.fail')));
  await expect
    .poll(failures, { timeout: 20_000 })
    .toMatchObject([{ actorKind: 'job', reason: 'store-recording: There is no such recording.' }]);
  const ended = 'select last_error, attempts = max_attempts as is_over from graphile_worker._private_jobs where locked_at is null';
  await expect
    .poll(() => inQueue(ended), { timeout: 20_000 })
    .toEqual([{ last_error: 'NotFound: There is no such recording.', is_over: true }]);
  expect(await recordingOf(rival)).toEqual(before);
  expect(await tenancies.app.inTenant(rival.owner, (db) => db.select().from(auditLog).where(eq(auditLog.action, 'job.fail')))).toEqual([]);
  expect(provider.downloads).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

test('the trail tells both organisations of a job that named the other’s recording, without the one to the other', async () => {
  const crossings = ({ owner }: RecordedCall) =>
    tenancies.app.inTenant(owner, (db) => db.select().from(auditLog).where(eq(auditLog.kind, 'crossing')));
  await expect
    .poll(() => crossings(acme), { timeout: 20_000 })
    .toMatchObject([{ action: 'crossing.attempt', actorKind: 'job', procedure: 'store-recording', target: rival.recordingId }]);
  await expect
    .poll(() => crossings(rival), { timeout: 20_000 })
    .toMatchObject([{ action: 'crossing.named', actorKind: 'outsider', procedure: 'store-recording', target: rival.recordingId }]);
  expect(JSON.stringify(await crossings(rival))).not.toContain(acme.owner.orgId);
});
