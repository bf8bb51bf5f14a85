import { randomUUID } from 'node:crypto';
import { cleanStaleJob } from '@ringfence/domain/recordings';
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

/** In both organisations the same, as far as a row can be: a recording whose worker is lost, and a call that nobody ended. */
beforeEach(async () => {
  await superuser.query(`update public.recordings set status = 'processing', lease_number = 4, lease_worker = 'lost', lease_job = '7',
    lease_until = now() - interval '1 hour', failure_reason = null`);
  await superuser.query(`update public.calls set status = 'in-progress', ended_at = null, started_at = now() - interval '6 hours'`);
  await superuser.query('delete from graphile_worker._private_jobs');
});

async function clean({ orgId }: { orgId: string }): Promise<unknown> {
  const handle = tasks.find(({ name }) => name === cleanStaleJob.name)?.accept({});
  const caller = { orgId, actor: { kind: 'job' as const, id: 'cleaner' } };
  return handle?.({
    orgId,
    tenant: <T>(work: (db: TenantDb) => Promise<T>) => worker.inTenant(caller, work),
    outside,
    job: { id: '1', attempt: 1, isLastAttempt: false },
    workerId: 'cleaner',
    signal: new AbortController().signal,
  });
}

const due = async () => {
  const { rows } = await superuser.query<{ id: string }>('select id from public.find_stale_due(now()) id');
  return rows.map(({ id }) => id).toSorted();
};
const seen = async (orgId: string) => {
  const { rows } = await superuser.query(
    `select c.status as call, c.ended_at, r.status, r.lease_worker, (select count(*)::integer from graphile_worker._private_jobs j
       where j.key = r.org_id || ':store-recording:' || r.id) as jobs
     from public.recordings r join public.calls c on c.org_id = r.org_id and c.id = r.call_id where r.org_id = $1`,
    [orgId],
  );
  return rows;
};

test('ATK-082 the clean-up of one organisation leaves another, whose rows look just as stale, as it was', async () => {
  expect(await due()).toEqual([a.orgId, b.orgId].toSorted());
  const before = await digestOf(superuser, b.orgId);
  expect(await clean(a)).toEqual({ freed: 1, ended: 1 });
  expect(await seen(a.orgId)).toEqual([{ call: 'end-unknown', ended_at: null, status: 'pending', lease_worker: null, jobs: 1 }]);
  expect(await digestOf(superuser, b.orgId)).toEqual(before);
  expect(asked, 'files or providers that it turned to').toEqual([]);
  expect(await due()).toEqual([b.orgId]);
});

test('a second run, and one of an organisation that is not there, find nothing', async () => {
  await clean(a);
  const after = await digestOf(superuser, a.orgId);
  expect(await clean(a)).toEqual({ freed: 0, ended: 0 });
  expect(await digestOf(superuser, a.orgId)).toEqual(after);
  await expect(clean({ orgId: randomUUID() })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('what a worker still holds, and a call that has just begun, are not stale', async () => {
  await superuser.query(`update public.recordings set lease_until = now() + interval '9 seconds'`);
  await superuser.query(`update public.calls set started_at = now() - interval '20 minutes'`);
  expect(await due()).toEqual([]);
  expect(await clean(a)).toEqual({ freed: 0, ended: 0 });
});

test('a recording that is freed keeps the one job that waits for it', async () => {
  await superuser.query(`select graphile_worker.add_job('store-recording', json_build_object('orgId', org_id, 'recordingId', id), job_key =>
    org_id || ':store-recording:' || id, run_at => now() + interval '3 minutes') from public.recordings`);
  const [waiting] = (await superuser.query('select id, run_at from graphile_worker._private_jobs where key like $1', [`${a.orgId}%`])).rows;
  expect(await clean(a)).toMatchObject({ freed: 1 });
  const { rows } = await superuser.query('select id, run_at from graphile_worker._private_jobs where key like $1', [`${a.orgId}%`]);
  expect(rows).toEqual([waiting]);
});

test('nobody who serves requests may ask which organisations have stale rows', async () => {
  for (const role of ['ringfence_app', 'ringfence_service', 'ringfence_identity']) {
    const { rows } = await superuser.query<{ allowed: boolean }>(
      `select has_function_privilege($1, 'public.find_stale_due(timestamptz)', 'execute')
         or has_function_privilege($1, 'public.find_upload_retries_due(timestamptz)', 'execute') as allowed`,
      [role],
    );
    expect(rows).toEqual([{ allowed: false }]);
  }
});
