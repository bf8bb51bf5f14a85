import { deriveKey } from '@ringfence/tenancy';
import { applyMigrations, inTurn, installContextKeys, prepareDatabase, type Query } from '@ringfence/tenancy/install';
import { migrateQueue } from '@ringfence/tenancy/worker';
import postgres from 'postgres';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { queryOver } from '../query-over.ts';
import { asConfigurationFailure } from './as-configuration-failure.ts';
import { ensureRoles } from './ensure-roles.ts';
import type { LogIn } from './log-ins.ts';
import { readMigrations } from './read-migrations.ts';

const OLDEST_VERSION = 15;
const OWNER = 'ringfence_owner';

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
export async function migrate(options: MigrateOptions): Promise<{ applied: number }> {
  const sql = postgres(options.databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'ringfence-migrate' } });
  const query = queryOver(sql);
  try {
    await refuseOldServer(query);
    return await inTurn(query, () => migrateIn(query, options));
  } catch (error) {
    throw asConfigurationFailure(error);
  } finally {
    await sql.end();
  }
}

async function migrateIn(
  query: Query,
  { databaseUrl, secretKey, previousSecretKey, passwords, log }: MigrateOptions,
): Promise<{ applied: number }> {
  await ensureRoles(query, passwords);
  await prepareDatabase(query, OWNER);
  await migrateQueue(databaseUrl, OWNER);
  await query(`set role ${OWNER}`);
  const applied = await applyMigrations(query, { migrations: await readMigrations(), owner: OWNER, journal: 'ringfence', log });
  await installContextKeys(query, deriveKey(secretKey, 'context'), previousSecretKey && deriveKey(previousSecretKey, 'context'));
  return { applied };
}

async function refuseOldServer(query: Query): Promise<void> {
  const [server] = await query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
  const version = server?.version ?? 0;
  if (version >= OLDEST_VERSION * 10_000) return;
  throw new ConfigurationFailure(`DATABASE_URL: expected PostgreSQL ${OLDEST_VERSION} or newer, found ${Math.floor(version / 10_000)}.`);
}
