import { setTimeout as pause } from 'node:timers/promises';
import { leads } from '@ringfence/db/schema';
import { writeAudit } from '@ringfence/platform/audit-log';
import type { Tenancy } from '@ringfence/tenancy';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';

/** `RINGFENCE_KILLS=400` for the whole of the attack; the everyday run does a part. */
const KILLS = Number(process.env['RINGFENCE_KILLS'] ?? 60);
const WORKERS = 12;

const database = await testDatabase();
const tenancies = openTenancies(database);
const organizations = [await seedOrganization(tenancies, 'Acme Ltd'), await seedOrganization(tenancies, 'Rival Ltd')] as const;
const superuser = new Client({ connectionString: database.urls.superuser });
await superuser.connect();
afterAll(async () => {
  await superuser.end();
  await tenancies.close();
  await database.close();
});

interface Tally {
  done: number;
  failed: number;
  foreign: number;
  readonly codes: Set<string>;
}

/** A request that reads, waits on something slow, writes and reads again, as its organisation. */
async function visit(tenancy: Tenancy, { orgId, owner }: SeededOrganization, tally: Tally): Promise<void> {
  const rows = await tenancy.inTenant(owner, async (db) => {
    const before = await db.select({ orgId: leads.orgId }).from(leads);
    await pause(Math.random() * 10);
    await writeAudit(db, { action: 'member.leave', target: orgId });
    return [...before, ...(await db.select({ orgId: leads.orgId }).from(leads))];
  });
  tally.done += 1;
  tally.foreign += rows.filter((row) => row.orgId !== orgId).length;
}

async function keepVisiting(tenancy: Tenancy, signal: AbortSignal, tally: Tally, turn: number): Promise<void> {
  while (!signal.aborted) {
    const organization = organizations[(turn + tally.done) % 2 === 0 ? 0 : 1];
    try {
      await visit(tenancy, organization, tally);
    } catch (error) {
      tally.failed += 1;
      tally.codes.add(error instanceof Error ? error.name : 'not an error');
    }
  }
}

async function killOne(): Promise<number> {
  const { rowCount } = await superuser.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'ringfence_app' and datname = current_database() and state <> 'idle' order by random() limit 1`);
  return rowCount ?? 0;
}

test(`ATK-116 ${KILLS} backends lost under load: nothing crosses, and the process lives`, { timeout: 120_000 }, async () => {
  const tally: Tally = { done: 0, failed: 0, foreign: 0, codes: new Set() };
  const stop = new AbortController();
  const load = Promise.all(Array.from({ length: WORKERS }, (_, turn) => keepVisiting(tenancies.app, stop.signal, tally, turn)));
  for (let killed = 0; killed < KILLS; await pause(2)) {
    if (tally.done > killed * 2) killed += await killOne();
  }
  stop.abort();
  await load;
  expect(tally.foreign).toBe(0);
  expect(tally.failed, 'requests that lost their backend failed').toBeGreaterThan(KILLS / 2);
  expect(tally.done, 'the others were answered').toBeGreaterThan(KILLS);
  expect([...tally.codes].filter((name) => !['Unavailable', 'TenantClientEnded', 'StatementFailed'].includes(name))).toEqual([]);
  // A backend lost between its commit and the word of it leaves a row that nobody was told of.
  const { rows } = await superuser.query<{ done: number; crossed: number }>(
    `select count(*)::int as done, count(*) filter (where target <> org_id::text)::int as crossed from public.audit_log where action = 'member.leave'`,
  );
  expect(rows[0]?.crossed).toBe(0);
  expect(rows[0]?.done).toBeGreaterThanOrEqual(tally.done);
  for (const { orgId, owner } of organizations) {
    expect(await tenancies.app.inTenant(owner, (db) => db.select({ orgId: leads.orgId }).from(leads))).toEqual([{ orgId }]);
  }
});
