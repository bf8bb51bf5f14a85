import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

/** Where the kernel's own SQL lies, to be applied before the application's. */
export const TENANCY_MIGRATIONS: URL = new URL('../../sql/', import.meta.url);

/** One hand-written step. The name is its place in the order and what it is recorded under. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** False for the few that build indexes concurrently: `-- no transaction` stands in their first line. */
  readonly inTransaction: boolean;
}

/** The `.sql` files of a folder, in the order of their names, each under `<prefix>/<file>`. */
export async function readMigrations(prefix: string, folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(new URL(file, folder), 'utf8');
      return {
        name: `${prefix}/${file.replace(/\.sql$/, '')}`,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
        inTransaction: !sql.startsWith('-- no transaction'),
      };
    }),
  );
}
