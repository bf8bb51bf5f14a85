import type { Sql } from 'postgres';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import type { Migration } from './read-migrations.ts';

/**
 * Applies what isn't recorded yet, in order, as `ringfence_owner`. Each step and its record are one transaction.
 * @throws ConfigurationFailure if a recorded step has another checksum, or the database is ahead of this program.
 */
export async function applyMigrations(sql: Sql, migrations: readonly Migration[], log: (line: string) => void): Promise<number> {
  await sql.unsafe(`
    create schema if not exists ringfence;
    create table if not exists ringfence.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now());
    comment on table ringfence.migrations is 'Belongs to no tenant: which migrations were applied.';`);
  const rows = await sql<{ name: string; checksum: string }[]>`select name, checksum from ringfence.migrations`;
  const recorded = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseUnknown(recorded, migrations);
  const missing = migrations.filter((migration) => isMissing(migration, recorded));
  for (const migration of missing) {
    log(`migrating: ${migration.name}`);
    await applyMigration(sql, migration);
  }
  return missing.length;
}

function refuseUnknown(recorded: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const ahead = [...recorded.keys()].find((name) => !known.has(name));
  if (ahead) throw new ConfigurationFailure(`The database is ahead of this program: it has the migration ${ahead}. Update Ringfence.`);
}

function isMissing(migration: Migration, recorded: Map<string, string>): boolean {
  const checksum = recorded.get(migration.name);
  if (checksum !== undefined && checksum !== migration.checksum) {
    throw new ConfigurationFailure(`The migration ${migration.name} was changed after it had been applied. Restore the file as it was.`);
  }
  return checksum === undefined;
}

async function applyMigration(sql: Sql, migration: Migration): Promise<void> {
  if (!migration.inTransaction) {
    await dropHalfBuilt(sql, migration);
    await sql.unsafe(migration.sql);
    await sql`insert into ringfence.migrations ${sql({ name: migration.name, checksum: migration.checksum })}`;
    return;
  }
  await sql.begin(async (transaction) => {
    // The driver opens a lost connection again, as who it logged in: nothing may ever belong to that role.
    await transaction`set local role ringfence_owner`;
    await transaction.unsafe(migration.sql);
    await transaction`insert into ringfence.migrations ${transaction({ name: migration.name, checksum: migration.checksum })}`;
  });
}

/** An index whose concurrent building was cut short stays behind, invalid, under its name. */
async function dropHalfBuilt(sql: Sql, migration: Migration): Promise<void> {
  const halfBuilt = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where not i.indisvalid`;
  for (const { schema, name } of halfBuilt) {
    if (migration.sql.includes(` ${name} `)) await sql`drop index concurrently ${sql(schema)}.${sql(name)}`;
  }
}
