import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { TENANCY_MIGRATIONS } from '@ringfence/tenancy';

const OWN_MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** One hand-written step. The name is its place in the order and what it is recorded under. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** False for the few that build indexes concurrently: `-- no transaction` stands in their first line. */
  readonly inTransaction: boolean;
}

/** The kernel's migrations, then ours, each in the order of their names. */
export async function readMigrations(): Promise<Migration[]> {
  return [...(await readFolder('tenancy', TENANCY_MIGRATIONS)), ...(await readFolder('ringfence', OWN_MIGRATIONS))];
}

async function readFolder(owner: string, folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(new URL(file, folder), 'utf8');
      return {
        name: `${owner}/${file.replace(/\.sql$/, '')}`,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
        inTransaction: !sql.startsWith('-- no transaction'),
      };
    }),
  );
}
