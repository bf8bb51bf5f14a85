import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startTemporaryPostgres } from '@ringfence/db/embedded';
import { type InstallOptions, InstallRefused, installTenancy } from '@ringfence/tenancy/install';
import { installQueue } from '@ringfence/tenancy/worker';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROLES = { owner: 'host_owner', lookup: 'host_lookup', logIns: [{ name: 'host_app', password: `it's` }] };
const NOTES = `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id));
  call tenancy.protect_table('public.notes');
  set local role host_lookup;`;

let postgres: Awaited<ReturnType<typeof startTemporaryPostgres>>;
let folder = '';
let databaseUrl = '';
let superuser: Client;

// A cluster of its own: roles belong to all databases of one.
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
  folder = await mkdtemp(path.join(tmpdir(), 'host-migrations-'));
  await migration('0001-notes', NOTES);
  superuser = new Client({ connectionString: postgres.databaseUrl });
  await superuser.connect();
  await superuser.query(`create role host_admin login createrole password 'admin'`);
  await superuser.query('create database host owner host_admin');
  databaseUrl = addressOf('host_admin', 'admin');
});

afterAll(async () => {
  await superuser.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

function addressOf(username: string, password: string): string {
  const url = new URL(postgres.databaseUrl);
  Object.assign(url, { username, password, pathname: '/host' });
  return url.href;
}

async function migration(name: string, sql: string): Promise<void> {
  await writeFile(path.join(folder, `${name}.sql`), sql);
}

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function install(more: Partial<InstallOptions> = {}): Promise<{ applied: number }> {
  return on(databaseUrl, (client) =>
    installTenancy(
      async <Row>(text: string, values?: readonly unknown[]) => (await client.query(text, values && [...values])).rows as Row[],
      {
        contextKey: Buffer.alloc(32, 1),
        migrations: pathToFileURL(`${folder}/`),
        ...ROLES,
        ...more,
      },
    ),
  );
}

const queue = () => installQueue({ connectionString: databaseUrl, owner: 'host_owner', worker: 'host_app', enqueuing: ['host_app'] });

test('two that install at the same time make everything once, and nothing of it is theirs', async () => {
  const both = await Promise.all([install(), install()]);
  expect(both.map(({ applied }) => applied).toSorted((a, b) => a - b)).toEqual([0, 7]);
  await Promise.all([queue(), queue()]);
  const owned = await on(databaseUrl, (client) =>
    client.query(
      `select relname from pg_class where relowner = 'host_admin'::regrole union select proname from pg_proc where proowner = 'host_admin'::regrole`,
    ),
  );
  expect(owned.rows).toEqual([]);
});

test('a log-in that was made sees nothing, reads no key and makes nothing', async () => {
  await on(addressOf('host_app', `it's`), async (client) => {
    await expect(client.query('select * from tenancy.context_keys')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('create table public.mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('create temporary table mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('set role host_owner')).rejects.toMatchObject({ code: '42501' });
    expect((await client.query('select public.auth_org_id() as tenant')).rows).toEqual([{ tenant: null }]);
    await expect(client.query(`select public.enqueue_job('x', '{}', 1, 'x')`)).rejects.toMatchObject({ code: '42501' });
  });
});

test('a step that fails leaves nothing of itself, and the next one to install takes its turn', async () => {
  await migration('0002-half', 'create table public.half (); select 1 / 0;');
  await expect(install()).rejects.toMatchObject({ code: '22012' });
  await migration('0002-half', `create table public.half (); comment on table public.half is 'Belongs to no tenant: a try.';`);
  expect(await install()).toEqual({ applied: 1 });
});

test('a step that was changed, and a database that is ahead, are refused', async () => {
  await migration('0001-notes', `${NOTES} -- changed`);
  await expect(install()).rejects.toMatchObject({ name: InstallRefused.name, reason: 'changed' });
  await migration('0001-notes', NOTES);
  await rm(path.join(folder, '0002-half.sql'));
  await expect(install()).rejects.toMatchObject({ reason: 'ahead' });
});

test('a name that would need quotes is refused before anything is made of it', async () => {
  await expect(install({ owner: 'x"; drop table notes; --' })).rejects.toThrow(TypeError);
  await expect(install({ journal: 'Journal' })).rejects.toThrow(TypeError);
});
