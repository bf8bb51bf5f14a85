import { enqueue } from '@ringfence/platform/jobs';
import { storeRecordingJob } from '@ringfence/domain/recordings';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization } from '@ringfence/testing/organizations';
import { afterAll, expect, test, vi } from 'vitest';
import { runProgram } from '../run-program.ts';

vi.setConfig({ testTimeout: 60_000 });

const database = await testDatabase();
const tenancies = openTenancies(database);
const { orgId, agent, recordingId } = await seedOrganization(tenancies, 'Acme');
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

async function run(...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const { urls, secretKey } = database;
  const variables = {
    DATABASE_URL: urls.superuser,
    APP_DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    IDENTITY_DATABASE_URL: urls.identity,
    SERVICE_DATABASE_URL: urls.service,
    RINGFENCE_SECRET_KEY: secretKey.toString('base64'),
  };
  const exitCode = await runProgram(args, { variables, print: (text) => printed.push(text), tell: (line) => told.push(line) });
  return { exitCode, printed: printed.join(''), told };
}

async function json(...args: string[]): Promise<unknown> {
  const { exitCode, printed, told } = await run(...args, '--json');
  expect({ exitCode, told }).toEqual({ exitCode: 0, told: [] });
  return JSON.parse(printed);
}

let jobId = '';

/** The worker's log-in is the one that may touch the queue. */
const inQueue = (statement: string) =>
  tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) => db.execute<{ id: string }>(statement));

test('what waits is counted by organisation, and what was set aside is listed until it is let go on', async () => {
  await inQueue('delete from graphile_worker._private_jobs');
  await tenancies.app.inTenant(agent, (db) => enqueue(db, storeRecordingJob, { recordingId }));
  const totals = { waiting: 1, running: 0, failed: 0, quarantined: 0 };
  expect(await json('jobs', 'list')).toEqual([{ orgId, name: 'Acme', totals, oldestWaitingSeconds: expect.any(Number) }]);
  expect((await run('jobs', 'list')).printed).toMatch(/^organisation +id +waiting .*\nAcme +[0-9a-f-]{36} +1 +0 +0 +0 +\d+ s\n$/);
  expect((await run('jobs', 'quarantine')).printed).toBe('No job is set aside.\n');

  const { rows } = await inQueue(`update graphile_worker._private_jobs
    set attempts = 1, max_attempts = 1, flags = flags || '{"crashes": 3, "quarantined": true}' returning payload ->> 'jobId' as id`);
  const id = rows[0]?.id ?? '';
  jobId = id;
  expect(await json('jobs', 'quarantine')).toEqual([{ orgId, id, task: 'store-recording', crashes: 3, createdAt: expect.any(String) }]);
  expect(await json('jobs', 'retry', '--org', orgId, '--id', id)).toEqual({ id });
  expect(await json('jobs', 'list')).toMatchObject([{ totals }]);
});

test('a job that is not there, or is another organisation’s, is not there', async () => {
  const stranger = await seedOrganization(tenancies, 'Rival');
  const answer = await run('jobs', 'retry', '--org', stranger.orgId, '--id', jobId);
  expect(answer).toEqual({ exitCode: 1, printed: '', told: ['There is no such job.'] });
});
