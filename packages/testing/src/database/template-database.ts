import { createHash } from 'node:crypto';
import { migrate, readMigrations } from '@ringfence/db';
import type { Client } from 'pg';
import { TEST_PASSWORDS, TEST_SECRET_KEY } from './fixed-secrets.ts';
import { onDatabase } from './run-postgres.ts';

/** Any number but the migrations' own: held while a template is made. */
const TEMPLATE_LOCK = 4_417_206_935;

/** The name of a migrated database that nobody connects to, made at the first asking; a changed migration gives another. */
export async function templateDatabase(server: Client, serverUrl: string): Promise<string> {
  const template = `template_${await hashOfMigrations()}`;
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rows } = await server.query<{ datallowconn: boolean }>('select datallowconn from pg_database where datname = $1', [template]);
    const isReady = rows[0]?.datallowconn === false;
    if (!isReady) await makeTemplate(server, serverUrl, template);
    return template;
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function hashOfMigrations(): Promise<string> {
  const hash = createHash('sha256').update(TEST_SECRET_KEY);
  for (const { name, checksum } of await readMigrations()) hash.update(`${name}\0${checksum}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** Closing it to connections comes last: a template left half made by a killed run is open, and made anew. */
async function makeTemplate(server: Client, serverUrl: string, template: string): Promise<void> {
  await server.query(`drop database if exists ${template} with (force)`);
  await server.query(`create database ${template}`);
  await migrate({ databaseUrl: onDatabase(serverUrl, template), secretKey: TEST_SECRET_KEY, passwords: TEST_PASSWORDS, log: () => {} });
  await server.query(`alter database ${template} with allow_connections false`);
}
