import { type Migration, readMigrations as readFolder, TENANCY_MIGRATIONS } from '@ringfence/tenancy/install';

const OWN_MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** The kernel's migrations, then ours, each in the order of their names. */
export async function readMigrations(): Promise<Migration[]> {
  return [...(await readFolder('tenancy', TENANCY_MIGRATIONS)), ...(await readFolder('ringfence', OWN_MIGRATIONS))];
}
