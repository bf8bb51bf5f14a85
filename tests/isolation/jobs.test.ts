import { NotFound } from '@ringfence/domain';
import { tasks } from '@ringfence/platform/jobs';
import type { TenantDb } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { digestOf } from './database/digest-of.ts';
import { seedTwoOrganizations } from './database/two-organizations.ts';
import { declaredJobs } from './jobs/declared-jobs.ts';
import { JOB_CASES, type Nameable } from './jobs/job-cases.ts';
import { worldThatTells } from './jobs/world-that-tells.ts';

const database = await testDatabase();
const { a, b } = await seedTwoOrganizations(database);
const { worker, close } = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
await superuser.connect();
afterAll(async () => {
  await superuser.end();
  await close();
  await database.close();
});

test('every job that the domain declares has its handler and its case', () => {
  const names = tasks.map(({ name }) => name);
  expect(names.toSorted()).toEqual(declaredJobs().toSorted());
  expect(Object.keys(JOB_CASES).toSorted()).toEqual(names.toSorted());
});

describe.each(tasks.filter(({ name }) => JOB_CASES[name] !== null))('ATK-075 $name', (task) => {
  /** Runs the job as one of `a`'s, with a payload that names what somebody has; tells what became of it. */
  async function runNaming(of: Nameable) {
    const { outside, asked } = worldThatTells();
    const caller = { orgId: a.orgId, actor: { kind: 'job' as const, id: 'matrix' } };
    const handle = task.accept(JOB_CASES[task.name]?.(of));
    if (!handle) throw new Error('the payload does not fit the job');
    const outcome = await handle({
      orgId: a.orgId,
      tenant: <T>(work: (db: TenantDb) => Promise<T>) => worker.inTenant(caller, work),
      outside,
      job: { id: '1', attempt: 1, isLastAttempt: false },
      workerId: 'matrix',
      signal: new AbortController().signal,
    }).catch((error: unknown) => error);
    return { outcome, asked };
  }

  test('finds nothing of another organisation, turns to nobody, and changes nothing there or here', async () => {
    const before = [await digestOf(superuser, a.orgId), await digestOf(superuser, b.orgId)];
    const { outcome, asked } = await runNaming(b);
    expect(outcome).toBeInstanceOf(NotFound);
    expect(asked).toEqual([]);
    expect([await digestOf(superuser, a.orgId), await digestOf(superuser, b.orgId)]).toEqual(before);
  });

  test('answers a name of another organisation like one that nobody has', async () => {
    const nobody = {
      apiKeyId: randomUUID(),
      callId: randomUUID(),
      connectionId: randomUUID(),
      recordingId: randomUUID(),
      removedRecordingId: randomUUID(),
    };
    expect(await runNaming(b)).toEqual(await runNaming(nobody));
  });

  test('works on what its own organisation has', async () => {
    const before = await digestOf(superuser, b.orgId);
    const { outcome, asked } = await runNaming(a);
    expect(outcome).not.toBeInstanceOf(NotFound);
    expect(asked).not.toEqual([]);
    expect(await digestOf(superuser, b.orgId)).toEqual(before);
  });
});
