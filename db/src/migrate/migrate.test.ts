import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTemporaryPostgres } from '../embedded/start-temporary-postgres.ts';
import { verifyDatabase } from '../verify-database.ts';
import { checkLogIns } from './check-log-ins.ts';
import { type DatabaseUrls, LOG_INS, logInUrl } from './log-ins.ts';
import { migrate } from './migrate.ts';

const passwords = { app: 'a', worker: 'w', identity: 'i', service: 's' };
let cluster: Awaited<ReturnType<typeof startTemporaryPostgres>>;
let superuser: Sql;

/** As managed Postgres gives it: a role that may create roles, and owns its database. */
async function createManaged(name: string): Promise<string> {
  await superuser.unsafe(`create role ${name} login createrole password 'admin'`);
  await superuser.unsafe(`create database ${name} owner ${name}`);
  const url = new URL(cluster.databaseUrl);
  Object.assign(url, { username: name, password: 'admin', pathname: `/${name}` });
  return url.href;
}

function migrateAt(databaseUrl: string): Promise<{ applied: number }> {
  return migrate({ databaseUrl, secretKey: Buffer.alloc(32, 7), passwords, log: () => {} });
}

function logInsAt(databaseUrl: string): DatabaseUrls {
  return {
    app: logInUrl(databaseUrl, 'app', passwords.app),
    worker: logInUrl(databaseUrl, 'worker', passwords.worker),
    identity: logInUrl(databaseUrl, 'identity', passwords.identity),
    service: logInUrl(databaseUrl, 'service', passwords.service),
  };
}

// A cluster of its own: roles belong to all databases of one.
beforeAll(async () => {
  cluster = await startTemporaryPostgres();
  superuser = postgres(cluster.databaseUrl, { max: 1, onnotice: () => {} });
}, 60_000);

afterAll(async () => {
  await superuser.end();
  await cluster.stop();
});

describe('where no superuser is to be had', () => {
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = await createManaged('managed');
  });

  test('a role that may create roles and owns its database migrates it, and again', async () => {
    expect((await migrateAt(databaseUrl)).applied).toBeGreaterThan(0);
    expect(await migrateAt(databaseUrl)).toEqual({ applied: 0 });
    await checkLogIns(logInsAt(databaseUrl));
    expect((await verifyDatabase(databaseUrl)).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('nothing that was made belongs to who migrated', async () => {
    const owned = await superuser`select relname from pg_class where relowner = 'managed'::regrole`;
    expect(owned).toEqual([]);
  });

  test('an address that lets somebody else in than its role is refused', async () => {
    const urls = logInsAt(databaseUrl);
    await expect(checkLogIns({ ...urls, app: databaseUrl })).rejects.toThrow(
      /^APP_DATABASE_URL: expected the address of ringfence_app, found .* managed/,
    );
  });

  test('a role that was given a way past row-level security is refused', async () => {
    await superuser.unsafe(`alter role ${LOG_INS.worker} bypassrls`);
    await expect(checkLogIns(logInsAt(databaseUrl))).rejects.toThrow(/^WORKER_DATABASE_URL: .* BYPASSRLS/);
    await superuser.unsafe(`alter role ${LOG_INS.worker} nobypassrls`);
  });
});
