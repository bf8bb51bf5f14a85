import { randomBytes } from 'node:crypto';
import { type DatabaseUrls, logInUrl } from '@ringfence/db';
import { Client } from 'pg';
import { TEST_PASSWORDS, TEST_SECRET_KEY } from './fixed-secrets.ts';
import { onDatabase, runPostgres } from './run-postgres.ts';
import { templateDatabase } from './template-database.ts';

export interface TestDatabase {
  /** The log-ins as the product uses them; `owner` acts as ringfence_owner; `superuser` sees and may all. */
  readonly urls: DatabaseUrls & { readonly owner: string; readonly superuser: string };
  readonly secretKey: Buffer;
  /** Another database with all that is in this one, to which nobody may be connected meanwhile. */
  copy(options?: TestDatabaseOptions): Promise<TestDatabase>;
  /** Drops the database, whoever is still connected. */
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** SQL that takes a guard away, run as superuser in this copy alone: what a test of that guard must go red on. */
  readonly sin?: string;
}

/** A migrated, empty database of one's own, copied from the template of this run. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const template = await onServer(runPostgres(), (server) => templateDatabase(server, runPostgres()));
  return copyOf(template, options);
}

async function copyOf(original: string, { sin }: TestDatabaseOptions): Promise<TestDatabase> {
  const serverUrl = runPostgres();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, (server) => createCopy(server, original, name));
  const superuser = onDatabase(serverUrl, name);
  if (sin) await onServer(superuser, (database) => database.query(sin));
  return {
    urls: {
      app: logInUrl(superuser, 'app', TEST_PASSWORDS.app),
      worker: logInUrl(superuser, 'worker', TEST_PASSWORDS.worker),
      identity: logInUrl(superuser, 'identity', TEST_PASSWORDS.identity),
      service: logInUrl(superuser, 'service', TEST_PASSWORDS.service),
      owner: `${superuser}?options=${encodeURIComponent('-c role=ringfence_owner')}`,
      superuser,
    },
    secretKey: TEST_SECRET_KEY,
    copy: (options = {}) => copyOf(name, options),
    close: async () => {
      await onServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/**
 * Copied as files, which takes half the time. What is granted on a database itself isn't copied with it (nobody may make temporary
 * tables), so it is taken over as it stands.
 */
async function createCopy(server: Client, original: string, name: string): Promise<void> {
  await server.query(`create database ${name} template ${original} strategy file_copy`);
  await server.query('update pg_database set datacl = (select datacl from pg_database where datname = $1) where datname = $2', [
    original,
    name,
  ]);
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
