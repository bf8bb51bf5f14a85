import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { applyMigrations } from './apply-migrations.ts';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { ensureRoles } from './ensure-roles.ts';
import { installContextKey } from './install-context-key.ts';
import type { LogIn } from './log-ins.ts';
import { migrateQueue } from './migrate-queue.ts';
import { readMigrations } from './read-migrations.ts';

const OLDEST_VERSION = 15;
/** Any number, the same for all: held while a migration runs. */
const MIGRATION_LOCK = 7_242_690_417;
const LOOK_EVERY_MS = 100;

export interface MigrateOptions {
  /** A role that may create roles and schemas; a superuser isn't needed. */
  readonly databaseUrl: string;
  readonly secretKey: Buffer;
  readonly previousSecretKey?: Buffer | undefined;
  /** For roles that don't exist yet. */
  readonly passwords: Readonly<Record<LogIn, string>>;
  readonly log: (line: string) => void;
}

/**
 * Brings the database up to date: roles, queue, migrations, context key. Safe to run twice and at the same time.
 * @throws ConfigurationFailure for what the operator must set right.
 */
export async function migrate({ databaseUrl, secretKey, previousSecretKey, passwords, log }: MigrateOptions): Promise<{ applied: number }> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'ringfence-migrate' } });
  try {
    await refuseOldServer(sql);
    await takeTurn(sql);
    await ensureRoles(sql, passwords);
    await prepareDatabase(sql);
    await migrateQueue(databaseUrl);
    await sql`set role ringfence_owner`;
    const applied = await applyMigrations(sql, await readMigrations(), log);
    await installContextKey(sql, secretKey, previousSecretKey);
    return { applied };
  } finally {
    await sql.end();
  }
}

/** Who waits inside a statement would be waited for by an index that the other one builds concurrently: so it asks again and again. */
async function takeTurn(sql: Sql): Promise<void> {
  for (;;) {
    const [{ taken }] = await sql<[{ taken: boolean }]>`select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`;
    if (taken) return;
    await pause(LOOK_EVERY_MS);
  }
}

async function refuseOldServer(sql: Sql): Promise<void> {
  const [{ version }] = await sql<[{ version: number }]>`select current_setting('server_version_num')::int as version`;
  if (version >= OLDEST_VERSION * 10_000) return;
  throw new ConfigurationFailure(`DATABASE_URL: expected PostgreSQL ${OLDEST_VERSION} or newer, found ${Math.floor(version / 10_000)}.`);
}

/**
 * Lets the owner make schemas, and nobody temporary tables, which a new database grants to everybody. Only what is missing: on PG 15 a
 * migrating role that isn't a superuser is by then the owner's member, and may not give back what it gave.
 */
async function prepareDatabase(sql: Sql): Promise<void> {
  await sql.unsafe(`
    do $$ begin
      if not has_database_privilege('ringfence_owner', current_database(), 'create') then
        execute format('grant create on database %I to ringfence_owner', current_database());
      end if;
      if has_database_privilege('public', current_database(), 'temporary') then
        execute format('revoke temporary on database %I from public', current_database());
      end if;
      if not has_schema_privilege('ringfence_owner', 'public', 'create with grant option')
        or not has_schema_privilege('ringfence_owner', 'public', 'usage with grant option') then
        grant create, usage on schema public to ringfence_owner with grant option;
      end if;
      if has_schema_privilege('public', 'public', 'create') then
        revoke create on schema public from public;
      end if;
    end $$;`);
}
