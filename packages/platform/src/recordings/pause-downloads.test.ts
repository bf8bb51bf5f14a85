import { auditLog, connections } from '@ringfence/db/schema';
import { SignInRefused } from '@ringfence/domain/recordings';
import { createSealing } from '@ringfence/identity/sealing';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { JobPostponed } from '@ringfence/tenancy/worker';
import { silentWave } from '@ringfence/testing/recordings';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { rotateSecret } from '../connections/rotate-secret.ts';
import { listHistory } from './list-history.ts';
import { listQueue } from './list-queue.ts';
import { openPipeline } from './pipeline.fixture.ts';

const pipeline = await openPipeline();
const sealing = createSealing(pipeline.database.secretKey);
let acme: SeededOrganization;
let rival: SeededOrganization;
beforeEach(async () => {
  acme = await seedOrganization(pipeline.tenancies, 'Acme');
  rival = await seedOrganization(pipeline.tenancies, 'Rival');
});
afterAll(() => pipeline.close());

const sound = () => silentWave(1000);
const refused = () => Promise.reject(new SignInRefused('The provider refused our credential (401).'));
const asOwner = <T>(caller: Caller, work: (db: TenantDb) => Promise<T>): Promise<T> => pipeline.tenancies.app.inTenant(caller, work);
const rotate = (input: { secret?: string; fetchKey?: string }) =>
  asOwner(acme.owner, (db) => rotateSecret(db, { id: acme.connectionId, ...input }, sealing));

async function connectionOf({ owner, connectionId }: SeededOrganization) {
  const [found] = await asOwner(owner, (db) => db.select().from(connections).where(eq(connections.id, connectionId)));
  return found;
}

/** Minutes until the queue runs the recording's job; null while none waits. */
function minutesToRun({ owner, recordingId }: SeededOrganization): Promise<number | null> {
  return asOwner(owner, async (db) => {
    const { rows } = await db.execute<{ minutes: number | null }>(
      sql`select (extract(epoch from public.job_due_at('store-recording', ${recordingId}) - now()) / 60)::float8 as minutes`,
    );
    return rows[0]?.minutes ?? null;
  });
}

test('a refused credential pauses its connection, uses up no attempt, and tells its people', async () => {
  expect(await pipeline.fetch(acme, refused)).toBeInstanceOf(JobPostponed);
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', attempts: 0 });
  expect(await connectionOf(acme)).toMatchObject({ pausedAt: expect.any(Date), pauseReason: 'sign-in-refused', enabled: true });
  const told = await asOwner(acme.owner, (db) =>
    db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'connection.pause'), eq(auditLog.target, acme.connectionId))),
  );
  expect(told).toMatchObject([{ actorKind: 'job', reason: 'The provider refused our credential (401).' }]);
  expect((await asOwner(acme.owner, (db) => listQueue(db, {}))).items).toMatchObject([{ state: 'waiting', isPaused: true, attempts: 0 }]);
  const { items } = await asOwner(acme.owner, (db) => listHistory(db, acme));
  expect(items.slice(-2).map(({ kind }) => kind)).toEqual(['claimed', 'refused']);
});

test('nothing is fetched for a paused connection, and another organisation is not held up', async () => {
  await pipeline.fetch(acme, refused);
  const put = await pipeline.fetch(acme, () => Promise.reject(new Error('nobody may be asked')), { isLastAttempt: true });
  expect(put).toBeInstanceOf(JobPostponed);
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', attempts: 0, leaseNumber: 1 });
  expect(await connectionOf(rival)).toMatchObject({ pausedAt: null });
  expect(await pipeline.fetch(rival, sound)).toMatchObject({ stored: 1 });
});

test('a new secret resumes it at once', async () => {
  await pipeline.fetch(acme, refused);
  await pipeline.asJob(acme, (db) => db.execute(sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`));
  expect(await minutesToRun(acme)).toBeGreaterThan(50);
  expect(await rotate({ secret: 'the account has a new one' })).toEqual({ id: acme.connectionId, secret: 'the account has a new one' });
  expect(await connectionOf(acme)).toMatchObject({ pausedAt: null, pauseReason: null });
  expect(await minutesToRun(acme)).toBeLessThanOrEqual(0);
  expect(await minutesToRun(rival)).toBeGreaterThan(50);
  expect(await pipeline.fetch(acme, sound)).toMatchObject({ stored: 1 });
});

test('whoever was refused with the old secret pauses nothing once there is a new one', async () => {
  const outcome = await pipeline.fetch(acme, async () => {
    await rotate({ secret: 'changed in the meantime' });
    return refused();
  });
  expect(outcome).toBeInstanceOf(JobPostponed);
  expect(await connectionOf(acme)).toMatchObject({ pausedAt: null });
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', attempts: 0 });
});

test('a fetch key leaves the secret as it was, and takes up what failed for want of one', async () => {
  await pipeline.asJob(acme, (db) => db.execute(sql`update public.recordings set status = 'failed', failure_reason = 'sign-in-refused'`));
  const before = await connectionOf(acme);
  expect(await rotate({ fetchKey: 'a private key' })).toEqual({ id: acme.connectionId, secret: null });
  const after = await connectionOf(acme);
  expect(after?.secretSealed).toEqual(before?.secretSealed);
  expect(sealing.open(after?.fetchKeySealed ?? Buffer.alloc(0))).toBe('a private key');
  expect(await pipeline.rowOf(acme)).toMatchObject({ status: 'pending', failureReason: null });
  expect(await pipeline.rowOf(rival)).toMatchObject({ status: 'pending', failureReason: null });
});

test('a secret is made where none is given, and another organisation’s connection is not there', async () => {
  const { secret } = await rotate({});
  expect(secret).toMatch(/^[0-9a-f]{48}$/);
  const foreign = asOwner(rival.owner, (db) => rotateSecret(db, { id: acme.connectionId, secret: 'mine from now on' }, sealing));
  await expect(foreign).rejects.toThrow('There is no such connection.');
  expect(sealing.open((await connectionOf(acme))?.secretSealed ?? Buffer.alloc(0))).toBe(secret);
});
