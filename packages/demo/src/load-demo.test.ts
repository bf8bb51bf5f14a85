import { createSealing, openIdentity, type Identity } from '@ringfence/identity';
import { auditLog, calls, failedRecordingUploads, knowledgeBase, leads, providerEvents, recordings } from '@ringfence/db/schema';
import { openStorage } from '@ringfence/storage';
import { openTenancies, testDatabase, type TestDatabase, type TestTenancies } from '@ringfence/testing/database';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planCalls } from './calls/plan-calls.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { loadDemo } from './load-demo.ts';
import type { DemoDoors } from './loading/demo-doors.ts';
import { findOrganization } from './loading/find-organization.ts';
import type { LoadedOrganization } from './loading/loaded-organization.ts';
import { DEMO_ORGANIZATIONS } from './organizations/demo-organizations.ts';

const LOADING_MS = 120_000;
let database: TestDatabase;
let tenancies: TestTenancies;
let identity: Identity;
let folder: string;
let doors: DemoDoors;

beforeAll(async () => {
  database = await testDatabase();
  tenancies = openTenancies(database);
  identity = openIdentity({ databaseUrl: database.urls.identity, secretKey: database.secretKey, publicUrl: 'http://127.0.0.1:4000' });
  folder = await mkdtemp(path.join(tmpdir(), 'ringfence-demo-'));
  const sealing = createSealing(database.secretKey);
  doors = { ...tenancies, identity, sealing, storage: openStorage(`file:${folder}`), tell: () => {} };
}, LOADING_MS);

afterAll(async () => {
  await Promise.all([tenancies.close(), identity.close(), rm(folder, { recursive: true, force: true })]);
  await database.close();
});

function fullAfter(puts: number, storage: DemoDoors['storage']): DemoDoors['storage'] {
  let done = 0;
  return {
    ...storage,
    async put(...args) {
      done += 1;
      if (done > puts) throw new Error('the disk is full');
      return storage.put(...args);
    },
  };
}

async function loadedOf(organization: (typeof DEMO_ORGANIZATIONS)[number]): Promise<LoadedOrganization> {
  const loaded = await findOrganization(doors, organization);
  if (!loaded) throw new Error(`${organization.name} isn't there`);
  return loaded;
}

test(
  'a start that is cut off leaves an error, and the next one finishes',
  async () => {
    expect(await demoSignIns(doors)).toEqual([]);
    await expect(loadDemo({ ...doors, storage: fullAfter(3, doors.storage) })).rejects.toThrow('disk is full');
    expect(await loadDemo(doors)).toEqual({ isLoaded: true });
  },
  LOADING_MS,
);

async function inside<T>(organization: (typeof DEMO_ORGANIZATIONS)[number], work: (db: TenantDb) => Promise<T>): Promise<T> {
  const { owner } = await loadedOf(organization);
  return tenancies.app.inTenant(owner, work);
}

test.each(DEMO_ORGANIZATIONS)('after a start that was cut off, $name has everything once', async (organization) => {
  const planned = planCalls(organization, (await loadedOf(organization)).createdAt);
  await inside(organization, async (db) => {
    expect(await db.$count(calls)).toBe(planned.length);
    expect(await db.$count(leads)).toBe(organization.leads.length);
    expect(await db.$count(knowledgeBase)).toBe(organization.articles.length);
    expect(await db.$count(auditLog, eq(auditLog.action, 'demo.load'))).toBe(1);
    const parked = await db.select().from(providerEvents).where(eq(providerEvents.outcome, 'parked'));
    expect(parked).toEqual([]);
  });
});

test.each(DEMO_ORGANIZATIONS)('the calls of $name are as they were planned, and none still runs', async (organization) => {
  const planned = planCalls(organization, (await loadedOf(organization)).createdAt);
  const rows = await inside(organization, (db) => db.select().from(calls));
  const seen = Object.groupBy(rows, ({ status }) => (status === 'completed' ? 'answered' : status));
  const meant = Object.groupBy(planned, ({ outcome }) => outcome);
  expect(countsOf(seen)).toEqual(countsOf(meant));
  expect(rows.filter((row) => row.endedAt === null || row.endedAt > new Date())).toEqual([]);
});

test.each(DEMO_ORGANIZATIONS)('the recordings of $name lie in storage, as long as their calls', async (organization) => {
  const rows = await inside(organization, (db) => db.select().from(recordings));
  const planned = planCalls(organization, (await loadedOf(organization)).createdAt).filter((call) => call.recording !== 'none');
  expect(rows).toHaveLength(planned.length);
  const lengths = planned
    .filter((call) => call.recording === 'kept')
    .map((call) => call.talkMs)
    .toSorted((a, b) => a - b);
  const stored = rows.filter((row) => row.status === 'stored');
  expect(stored.map((row) => row.durationMs ?? 0).toSorted((a, b) => a - b)).toEqual(lengths);
  expect(stored.every((row) => row.channels === 2)).toBe(true);
  const failed = rows.filter((row) => row.status !== 'stored');
  expect(failed.map((row) => row.failureReason)).toEqual(planned.filter((call) => call.recording === 'gone').map(() => 'gone'));
  expect(await inside(organization, (db) => db.$count(failedRecordingUploads))).toBeGreaterThanOrEqual(failed.length);
});

function countsOf(groups: Partial<Record<string, readonly unknown[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group?.length ?? 0]));
}

test('neither sees anything of the other', async () => {
  const [first, second] = await Promise.all(
    DEMO_ORGANIZATIONS.map((organization) => inside(organization, (db) => db.select({ id: calls.id, orgId: calls.orgId }).from(calls))),
  );
  expect(new Set(first?.map((call) => call.orgId))).not.toEqual(new Set(second?.map((call) => call.orgId)));
  const ids = new Set(second?.map((call) => call.id));
  expect(first?.filter((call) => ids.has(call.id))).toEqual([]);
});

test('the sign-ins are printed, and open the doors', async () => {
  const lines = await demoSignIns(doors);
  expect(lines.map((line) => line.split(/ {2,}/).at(-1))).toEqual(['Harrow & Finch', 'Brightwater Dental']);
  for (const line of lines) {
    const [email, password] = line.split(/ {2,}/);
    const body = JSON.stringify({ email, password });
    const headers = { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000' };
    const answer = await identity.handle(new Request('http://127.0.0.1:4000/auth/sign-in/email', { method: 'POST', headers, body }));
    expect(answer.status).toBe(200);
  }
});

test('a later start changes nothing', async () => {
  expect(await loadDemo(doors)).toEqual({ isLoaded: false });
});
