import { auditLog, recordings } from '@ringfence/db/schema';
import { Conflict, InvalidInput, NotFound } from '@ringfence/domain';
import { declareJob } from '@ringfence/domain/jobs';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { and, desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { cancelJob } from './cancel-job.ts';
import { enqueue } from './enqueue.ts';
import { listJobs } from './list-jobs.ts';
import { listQuarantinedJobs } from './list-quarantined-jobs.ts';
import { listQueueTotals } from './list-queue-totals.ts';
import { retryJob } from './retry-job.ts';
import { settleFailedJob } from './settle-failed-job.ts';

const probe = declareJob({ name: 'probe', payload: z.strictObject({ name: z.string() }), maxAttempts: 4, key: ({ name }) => name });

const database = await testDatabase();
const tenancies = openTenancies(database);
const { app, worker, service } = tenancies;
let acme: SeededOrganization;
let rival: SeededOrganization;

beforeEach(async () => {
  await inQueue(`delete from graphile_worker._private_jobs`);
  [acme, rival] = [await seedOrganization(tenancies, 'Acme'), await seedOrganization(tenancies, 'Rival')];
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

/** The worker's log-in is the one that may touch the queue. */
async function inQueue(statement: string): Promise<void> {
  const anybody = acme ?? (await seedOrganization(tenancies, 'Anybody'));
  await worker.inTenant({ orgId: anybody.orgId, actor: { kind: 'job', id: 'test' } }, (db) => db.execute(sql.raw(statement)));
}

const put = (of: SeededOrganization, name: string, runAt?: Date) => app.inTenant(of.agent, (db) => enqueue(db, probe, { name }, { runAt }));
const list = (of: SeededOrganization, input: Parameters<typeof listJobs>[1] = {}) =>
  app.readInTenant(of.viewer, (db) => listJobs(db, input));
const retry = (of: SeededOrganization, id: string) => app.inTenant(of.agent, (db) => retryJob(db, { id }));
const cancel = (of: SeededOrganization, id: string) => app.inTenant(of.agent, (db) => cancelJob(db, { id }));

/** The newest of an organisation's jobs, as its page has it. */
async function newest(of: SeededOrganization) {
  const [job] = (await list(of, { limit: 1 })).items;
  if (!job) throw new Error('there is no job');
  return job;
}

/** Lets the newest job of an organisation come to what a worker would bring it to. */
async function become(of: SeededOrganization, state: 'running' | 'failed' | 'quarantined'): Promise<string> {
  const { id } = await newest(of);
  const set = {
    running: `locked_by = 'pool-1', locked_at = now(), attempts = 1`,
    failed: `attempts = 1, max_attempts = 1, last_error = 'NotFound: There is no such recording.', flags = flags || '{"maxAttempts": 4}'`,
    quarantined: `attempts = 1, max_attempts = 1, flags = flags || '{"maxAttempts": 4, "crashes": 3, "suspect": true, "quarantined": true}'`,
  }[state];
  await inQueue(`update graphile_worker._private_jobs set ${set} where payload ->> 'jobId' = '${id}'`);
  return id;
}

test('the queue shows what waits, runs, failed and was set aside, newest first, page by page', async () => {
  const before = (await list(acme)).totals;
  for (const name of ['failing', 'poison', 'running', 'waiting']) {
    await put(acme, name);
    if (name === 'failing') await become(acme, 'failed');
    if (name === 'poison') await become(acme, 'quarantined');
    if (name === 'running') await become(acme, 'running');
  }
  const { items, nextCursor, totals } = await list(acme, { limit: 3 });
  expect(items.map(({ state }) => state)).toEqual(['waiting', 'running', 'quarantined']);
  const next = await list(acme, { limit: 1, cursor: nextCursor ?? '' });
  expect(next.items).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      task: 'probe',
      state: 'failed',
      attempts: 1,
      maxAttempts: 4,
      runAt: expect.any(Date),
      lastError: 'NotFound: There is no such recording.',
      createdAt: expect.any(Date),
    },
  ]);
  expect(totals).toEqual({ waiting: before.waiting + 1, running: 1, failed: 1, quarantined: 1 });
  for (const state of ['waiting', 'running', 'failed', 'quarantined'] as const) {
    const only = await list(acme, { state });
    expect([...new Set(only.items.map((job) => job.state))]).toEqual([state]);
    expect(only.items).toHaveLength(totals[state]);
  }
});

test('ATK-088 another organisation’s queue is as empty as it was, and its cursor is no cursor', async () => {
  await put(acme, 'one');
  await put(acme, 'two');
  const own = await list(rival);
  expect(own.totals).toEqual({ waiting: 1, running: 0, failed: 0, quarantined: 0 });
  const { nextCursor } = await list(acme, { limit: 1 });
  await expect(list(rival, { cursor: nextCursor ?? '' })).rejects.toThrow(InvalidInput);
  const { id } = await newest(acme);
  await expect(retry(rival, id)).rejects.toThrow(NotFound);
  await expect(cancel(rival, id)).rejects.toThrow(NotFound);
  expect((await newest(acme)).id).toBe(id);
});

test.each(['failed', 'quarantined'] as const)(
  'a job that is %s waits again with all its attempts, and the log says who let it',
  async (state) => {
    await put(acme, 'again');
    const id = await become(acme, state);
    await retry(acme, id);
    expect(await newest(acme)).toMatchObject({ id, state: 'waiting', attempts: 0, maxAttempts: 4 });
    expect(await lastAudit(acme)).toMatchObject({ action: 'job.retry', actorId: acme.agent.actor.id, target: id });
  },
);

test('a job that waits for its time runs now', async () => {
  await put(acme, 'later', new Date(Date.now() + 3_600_000));
  const { id } = await newest(acme);
  await retry(acme, id);
  expect((await newest(acme)).runAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
});

test('a running job is neither retried nor cancelled', async () => {
  await put(acme, 'busy');
  const id = await become(acme, 'running');
  await expect(retry(acme, id)).rejects.toThrow(Conflict);
  await expect(cancel(acme, id)).rejects.toThrow(Conflict);
  expect(await newest(acme)).toMatchObject({ id, state: 'running' });
});

test('a cancelled job is gone, and the log says who did it', async () => {
  await put(acme, 'unwanted');
  const { id } = await newest(acme);
  await cancel(acme, id);
  expect((await list(acme)).items.map((job) => job.id)).not.toContain(id);
  expect(await lastAudit(acme)).toMatchObject({ action: 'job.cancel', target: id });
});

test('what a cancelled job would have worked on is given up, and a retry lets it go on', async () => {
  const status = () =>
    app.inTenant(acme.owner, async (db) => (await db.select().from(recordings).where(eq(recordings.id, acme.recordingId)))[0]?.status);
  const { id } = await newest(acme);
  const job = { jobId: id, task: 'store-recording', payload: { recordingId: acme.recordingId }, why: 'the worker was lost' };
  await worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id } }, (db) => settleFailedJob(db, job));
  await become(acme, 'quarantined');
  expect(await status()).toBe('failed');
  await retry(acme, id);
  expect(await status()).toBe('pending');
  const again = await newest(acme);
  expect(again).toMatchObject({ state: 'waiting', attempts: 0 });
  await cancel(acme, again.id);
  expect(await status()).toBe('failed');
});

test('operators see how much waits of whom, and what was set aside', async () => {
  await put(acme, 'one');
  await put(acme, 'poison');
  const id = await become(acme, 'quarantined');
  const queues = await listQueueTotals(service);
  const of = ({ orgId }: SeededOrganization) => queues.find((queue) => queue.orgId === orgId);
  expect(of(acme)).toMatchObject({ name: 'Acme', totals: { waiting: 2, running: 0, failed: 0, quarantined: 1 } });
  expect(of(rival)).toMatchObject({ name: 'Rival', totals: { waiting: 1, quarantined: 0 } });
  expect(await listQuarantinedJobs(service)).toMatchObject([{ orgId: acme.orgId, id, task: 'probe', crashes: 3 }]);
});

async function lastAudit({ orgId, owner }: SeededOrganization) {
  const [row] = await app.inTenant(owner, (db) =>
    db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.orgId, orgId), eq(auditLog.kind, 'changes')))
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(1),
  );
  return row;
}
