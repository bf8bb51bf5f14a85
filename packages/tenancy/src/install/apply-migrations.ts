import type { Query } from '../query.ts';
import { InstallRefused } from './install-refused.ts';
import type { Migration } from './read-migrations.ts';
import { literal, plainName } from './sql-text.ts';

export interface ApplyOptions {
  readonly migrations: readonly Migration[];
  /** The role that everything will belong to; the connection is in it already. */
  readonly owner: string;
  /** The schema whose table `migrations` records what was applied. */
  readonly journal: string;
  readonly log: (line: string) => void;
}

/**
 * Applies what isn't recorded yet, in order, and tells how many. Each step and its record are one transaction.
 * @throws InstallRefused if a recorded step has another checksum, or the database is ahead of these migrations.
 */
export async function applyMigrations(query: Query, { migrations, owner, journal, log }: ApplyOptions): Promise<number> {
  const table = `${plainName(journal)}.migrations`;
  await query(`
    create schema if not exists ${plainName(journal)};
    create table if not exists ${table} (
      name text primary key, checksum text not null, applied_at timestamptz not null default now());
    comment on table ${table} is 'Belongs to no tenant: which migrations were applied.';`);
  const rows = await query<{ name: string; checksum: string }>(`select name, checksum from ${table}`);
  const recorded = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseUnknown(recorded, migrations);
  const missing = migrations.filter((migration) => isMissing(migration, recorded));
  for (const migration of missing) {
    log(`migrating: ${migration.name}`);
    const record = `insert into ${table} (name, checksum) values (${literal(migration.name)}, ${literal(migration.checksum)})`;
    await applyMigration(query, migration, record, plainName(owner));
  }
  return missing.length;
}

/** Of the folders that these migrations come from: others have their own turn. */
function refuseUnknown(recorded: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const folders = new Set([...known].map(folderOf));
  const ahead = [...recorded.keys()].find((name) => folders.has(folderOf(name)) && !known.has(name));
  if (ahead) throw new InstallRefused('ahead', `The database is ahead of this program: it has the migration ${ahead}.`);
}

function folderOf(name: string): string {
  return name.split('/', 1)[0] ?? name;
}

function isMissing(migration: Migration, recorded: Map<string, string>): boolean {
  const checksum = recorded.get(migration.name);
  if (checksum !== undefined && checksum !== migration.checksum) {
    const what = `The migration ${migration.name} was changed after it had been applied. Restore the file as it was.`;
    throw new InstallRefused('changed', what);
  }
  return checksum === undefined;
}

/**
 * Step and record are sent as one text: Postgres runs it as one transaction, and a driver that opens a lost connection again, as who it
 * logged in, never makes anything that belongs to that role. A step may leave the role to another meanwhile.
 */
async function applyMigration(query: Query, { sql, inTransaction }: Migration, record: string, owner: string): Promise<void> {
  if (inTransaction) {
    await query(`set local role ${owner};\n${sql}\n;\nset local role ${owner};\n${record}`);
    return;
  }
  await dropHalfBuilt(query, sql);
  await query(sql);
  await query(record);
}

/** An index whose concurrent building was cut short stays behind, invalid, under its name. */
async function dropHalfBuilt(query: Query, sql: string): Promise<void> {
  const halfBuilt = await query<{ name: string; removal: string }>(`
    select c.relname as name, format('drop index concurrently %I.%I', n.nspname, c.relname) as removal from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where not i.indisvalid`);
  for (const { name, removal } of halfBuilt) if (sql.includes(` ${name} `)) await query(removal);
}
