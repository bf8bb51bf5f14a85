import { randomUUID } from 'node:crypto';
import { auditLog, connections, webhookRefusals } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization, type SeededOrganization } from '@ringfence/testing/organizations';
import type { Caller } from '@ringfence/tenancy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRefusalCounter } from './create-refusal-counter.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const failures: unknown[] = [];
let acme: SeededOrganization;
let door: Caller;

beforeAll(async () => {
  acme = await seedOrganization(tenancies);
  door = { orgId: acme.orgId, actor: { kind: 'connection', id: acme.connectionId } };
});
afterAll(async () => {
  await tenancies.close();
  await database.close();
});

function counter() {
  return createRefusalCounter({ tenancy: tenancies.app, service: tenancies.service }, (error) => failures.push(error));
}

function setEnabled(enabled: boolean): Promise<unknown> {
  return tenancies.app.inTenant(acme.owner, (db) => db.update(connections).set({ enabled }));
}

/** Today's count of a reason, and what the log says of strangers at the door, oldest first. */
async function seen(reason: 'unsigned' | 'disabled') {
  return tenancies.app.inTenant(acme.owner, async (db) => {
    const [counts, rows] = await Promise.all([db.select().from(webhookRefusals), db.select().from(auditLog).orderBy(auditLog.at)]);
    const today = new Date().toISOString().slice(0, 10);
    const counted = counts.find((row) => row.reason === reason && row.day === today);
    const ofThis = rows.filter(
      (row) => row.action === 'crossing.webhook' && row.detail['reason'] === reason && row.actorKind === 'connection',
    );
    return { count: counted?.count ?? 0, told: ofThis.map(({ actorId, target, detail }) => ({ actorId, target, count: detail['count'] })) };
  });
}

test('the log hears of callbacks without the secret once a day, and the connection counts them all', async () => {
  const refusals = counter();
  for (const times of [3, 4]) {
    for (let time = 0; time < times; time += 1) refusals.count(door, 'unsigned');
    refusals.count(door, 'too-large');
    await refusals.flush();
  }
  await refusals.close();
  expect(await seen('unsigned')).toEqual({ count: 7, told: [{ actorId: acme.connectionId, target: acme.connectionId, count: 3 }] });
  expect(failures).toEqual([]);
});

test('what a connection turns away while it is switched off is counted too, seldom enough not to fill the log', async () => {
  await setEnabled(false);
  const refusals = counter();
  for (let round = 0; round < 5; round += 1) {
    refusals.count(door, 'disabled');
    await refusals.flush();
  }
  expect(await seen('disabled')).toMatchObject({ count: 1, told: [{ count: 1 }] });
  await refusals.close();
  expect(await seen('disabled')).toMatchObject({ count: 5, told: [{ count: 1 }, { count: 4 }] });
  expect(failures).toEqual([]);
  await setEnabled(true);
});

test('of an organisation that is no more nothing is counted, and nothing fails', async () => {
  const refusals = counter();
  refusals.count({ ...door, orgId: randomUUID() }, 'disabled');
  await refusals.close();
  expect(failures).toEqual([]);
});
