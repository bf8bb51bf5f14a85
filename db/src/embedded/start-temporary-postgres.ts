import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDataFolder } from '../data-folder/prepare-data-folder.ts';
import { embeddedUrl } from './embedded-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { freePort } from './free-port.ts';
import { guardPostmaster } from './guard-postmaster.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { placePostgres } from './place-postgres.ts';
import { runPostmaster } from './run-postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/** Nothing here outlives the run, so nothing waits for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/** A fresh Postgres in the temporary folder, for tests; gone without a trace after `stop`, or a moment after this process. */
export async function startTemporaryPostgres(): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const folder = await prepareDataFolder(await mkdtemp(path.join(tmpdir(), 'ringfence-postgres-')));
  const password = randomBytes(16).toString('hex');
  const place = await placePostgres(folder, () => {});
  await initialiseCluster(place, { password, flags: ['--no-sync'] });
  const port = await freePort(0);
  const { processId } = await runPostmaster(place, { port, logFile: path.join(folder, 'postgres.log'), settings: SETTINGS });
  guardPostmaster(processId, place.clusterFolder, folder);
  const databaseUrl = embeddedUrl(port, password);
  await ensureDatabase(databaseUrl);
  return {
    databaseUrl,
    async stop() {
      await stopPostmaster(processId, 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
