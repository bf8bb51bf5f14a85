import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { type ProviderAccount, type Provider, startProvider } from '@ringfence/testing/provider';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type ConnectedOrganization, runCatchUp } from './catch-up.fixture.ts';
import { queueCatchUp } from './queue-catch-up.ts';
import { queueDueLooks } from './queue-due-looks.ts';
import { rotateSecret } from './rotate-secret.ts';

const database = await testDatabase();
const tenancies = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
const unsealed = { seal: (secret: string) => Buffer.from(secret), open: (sealed: Buffer) => sealed.toString() };
let provider: Provider;
let account: ProviderAccount;

beforeAll(async () => {
  await superuser.connect();
  provider = await startProvider();
  account = provider.openTwilioAccount();
});
beforeEach(async () => {
  await superuser.query(`update public.connection_looks set next_look_at = now() + interval '1 hour', asked_at = now()`);
  await superuser.query('update public.intake set seen_at = clock_timestamp(), paused_from = null, paused_until = null');
});
afterAll(async () => {
  await superuser.end();
  await provider.close();
  await tenancies.close();
  await database.close();
});

async function dueOrganizations(asOf = 'now()'): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string }>(`select public.find_looks_due(${asOf}) as id`);
  return rows.map(({ id }) => id);
}

function queue({ owner: { orgId } }: ConnectedOrganization): Promise<number> {
  return tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, queueDueLooks);
}

async function queuedLooks(): Promise<string[]> {
  const { rows } = await superuser.query<{ key: string }>(`select key from graphile_worker._private_jobs where key like '%:catch-up:%'`);
  return rows.map(({ key }) => key);
}

test('a new connection is due at once, and the next time an hour later, give or take', async () => {
  const acme = await connect(tenancies, account);
  const { orgId } = acme.owner;
  expect(await dueOrganizations()).toEqual([orgId]);
  expect([await queue(acme), await queue(acme)]).toEqual([1, 0]);
  expect(await queuedLooks()).toEqual([`${orgId}:catch-up:${acme.connectionId}`]);
  expect(await dueOrganizations(`now() + interval '54 minutes'`)).not.toContain(orgId);
  expect(await dueOrganizations(`now() + interval '66 minutes'`)).toContain(orgId);
});

test('only organisations with a due connection are found, and of those only the due ones are queued', async () => {
  const [acme, rival, off] = [await connect(tenancies, account), await connect(tenancies, account), await connect(tenancies, account)];
  await superuser.query('update public.connections set enabled = false where id = $1', [off.connectionId]);
  await superuser.query(`update public.connection_looks set next_look_at = now() + interval '1 hour' where connection_id = $1`, [
    rival.connectionId,
  ]);
  expect(await dueOrganizations()).toEqual([acme.owner.orgId]);
  expect([await queue(acme), await queue(rival), await queue(off)]).toEqual([1, 0, 0]);
});

test('when no server took messages for a while, every connection is due afterwards, and once', async () => {
  const [acme, rival] = [await connect(tenancies, account), await connect(tenancies, account)];
  for (const one of [acme, rival]) await queue(one);
  await tenancies.app.lookup('note_intake', '20 seconds');
  expect(await dueOrganizations()).toEqual([]);
  await superuser.query(`update public.intake set seen_at = now() - interval '10 minutes'`);
  const [pause] = await tenancies.app.lookup<{ paused_from: string; paused_until: string }>('note_intake', '20 seconds');
  expect(Date.parse(pause?.paused_until ?? '') - Date.parse(pause?.paused_from ?? '')).toBeGreaterThan(590_000);
  expect(await dueOrganizations()).toEqual(expect.arrayContaining([acme.owner.orgId, rival.owner.orgId]));
  expect([await queue(acme), await queue(acme)]).toEqual([1, 0]);
  await tenancies.app.lookup('note_intake', '20 seconds');
  expect(await dueOrganizations()).not.toContain(acme.owner.orgId);
  expect(await dueOrganizations()).toContain(rival.owner.orgId);
});

test('a connection at which nobody looks by themselves is left alone, whatever happens, but for the button', async () => {
  const acme = await connect(tenancies, account);
  await superuser.query('update public.connection_looks set next_look_at = null, asked_at = null where connection_id = $1', [
    acme.connectionId,
  ]);
  await superuser.query(`update public.intake set paused_from = now() - interval '1 hour', paused_until = now()`);
  await tenancies.app.inTenant(acme.owner, (db) => rotateSecret(db, { id: acme.connectionId }, unsealed));
  expect(await dueOrganizations()).not.toContain(acme.owner.orgId);
  expect(await queue(acme)).toBe(0);
  expect(await tenancies.app.inTenant(acme.owner, (db) => queueCatchUp(db, acme))).toEqual({ queued: true });
  expect(await queuedLooks()).toContain(`${acme.owner.orgId}:catch-up:${acme.connectionId}`);
});

test('a new secret makes the next look due', async () => {
  const acme = await connect(tenancies, account);
  await queue(acme);
  await tenancies.app.inTenant(acme.owner, (db) => rotateSecret(db, { id: acme.connectionId }, unsealed));
  expect(await dueOrganizations()).toEqual([acme.owner.orgId]);
});

test("a provider without a list isn't asked", async () => {
  const acme = await connect(tenancies, account);
  await superuser.query(`update public.connections set provider = 'ringfence' where id = $1`, [acme.connectionId]);
  expect(await dueOrganizations()).toEqual([]);
  await expect(tenancies.app.inTenant(acme.owner, (db) => queueCatchUp(db, acme))).rejects.toThrow('no list of calls');
  expect(await runCatchUp(tenancies, acme.owner.orgId, acme, { baseUrl: 'http://127.0.0.1:9' })).toEqual({ looks: 0 });
});
