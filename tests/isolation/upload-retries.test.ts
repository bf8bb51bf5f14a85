import { retryUploadsJob } from '@ringfence/domain/recordings';
import { tasks } from '@ringfence/platform/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digestOf } from './database/digest-of.ts';
import { seedTwoOrganizations } from './database/two-organizations.ts';
import { worldThatTells } from './jobs/world-that-tells.ts';

const database = await testDatabase();
const { a, b } = await seedTwoOrganizations(database);
const { worker, close } = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
const { outside, asked } = worldThatTells();
beforeAll(() => superuser.connect());
afterAll(async () => {
  await superuser.end();
  await close();
  await database.close();
});

/** Equal in both, down to the provider's ids; and the rest of each is over. */
beforeEach(async () => {
  await superuser.query(`update public.recordings set status = 'failed', failure_reason = 'unreachable', attempts = 12, rounds = 0,
    retry_at = now() - interval '1 minute'`);
  await superuser.query('delete from graphile_worker._private_jobs');
});

async function retry({ orgId }: { orgId: string }): Promise<unknown> {
  const handle = tasks.find(({ name }) => name === retryUploadsJob.name)?.accept({});
  const caller = { orgId, actor: { kind: 'job' as const, id: 'retrier' } };
  return handle?.({
    orgId,
    tenant: <T>(work: (db: TenantDb) => Promise<T>) => worker.inTenant(caller, work),
    outside,
    job: { id: '1', attempt: 1, isLastAttempt: false },
    workerId: 'retrier',
    signal: new AbortController().signal,
  });
}

async function list(query: string, ...values: unknown[]): Promise<unknown[]> {
  return (await superuser.query(query, values)).rows;
}
const seen = (orgId: string) => list('select status, attempts, rounds, retry_at from public.recordings where org_id = $1', orgId);
const due = () => list('select id from public.find_upload_retries_due(now()) id order by 1');

test('ATK-083 the retries of one organisation reach none of another with the same calls', async () => {
  const references = await list('select distinct reference from public.call_logs');
  expect(references, 'both have the same legs').toHaveLength(1);
  expect(await due()).toEqual([a.orgId, b.orgId].toSorted().map((id) => ({ id })));
  const before = await digestOf(superuser, b.orgId);
  expect(await retry(a)).toEqual({ retried: 1 });
  expect(await seen(a.orgId)).toEqual([{ status: 'pending', attempts: 12, rounds: 1, retry_at: null }]);
  expect(await list(`select payload ->> 'orgId' as org from graphile_worker._private_jobs`)).toEqual([{ org: a.orgId }]);
  expect(await digestOf(superuser, b.orgId)).toEqual(before);
  expect(asked).toEqual([]);
  expect(await due()).toEqual([{ id: b.orgId }]);
});

test('ATK-083 a failed upload counts for the leg of its own organisation alone, whatever leg it names', async () => {
  // As a restored backup might: b's leg has a's id, and only b's failed upload still names it.
  await superuser.query('begin');
  await superuser.query(`set local session_replication_role = replica`);
  await superuser.query(`delete from public.failed_recording_uploads where org_id = $1`, [a.orgId]);
  await superuser.query(`update public.call_logs set id = (select id from public.call_logs where org_id = $1 limit 1) where org_id = $2`, [
    a.orgId,
    b.orgId,
  ]);
  await superuser.query(
    `update public.failed_recording_uploads set call_log_id = (select id from public.call_logs where org_id = $1 limit 1),
       recording_id = (select id from public.recordings where org_id = $1 limit 1) where org_id = $2`,
    [a.orgId, b.orgId],
  );
  await superuser.query('commit');
  expect(await retry(a)).toEqual({ retried: 0 });
  expect(await seen(a.orgId)).toMatchObject([{ status: 'failed' }]);
});

test('what rests still, what is gone, and what was stored are left alone', async () => {
  await superuser.query(`update public.recordings set retry_at = now() + interval '1 minute' where org_id = $1`, [a.orgId]);
  expect(await retry(a)).toEqual({ retried: 0 });
  await superuser.query(`update public.recordings set failure_reason = 'gone', retry_at = null where org_id = $1`, [a.orgId]);
  expect(await retry(a)).toEqual({ retried: 0 });
});
