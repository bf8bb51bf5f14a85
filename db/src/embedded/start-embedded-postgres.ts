import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from '../data-folder/has-code.ts';
import { prepareDataFolder } from '../data-folder/prepare-data-folder.ts';
import { readOrCreateSecrets } from '../data-folder/read-or-create-secrets.ts';
import { embeddedUrl } from './embedded-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { findPostmaster } from './find-postmaster.ts';
import { freePort } from './free-port.ts';
import { guardPostmaster } from './guard-postmaster.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { placePostgres, type PostgresPlace } from './place-postgres.ts';
import { type RunningPostmaster, runPostmaster } from './run-postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';

const ATTEMPTS = 5;
const PAUSE_MS = 300;

export interface EmbeddedPostgres {
  /** The superuser's, to the database `ringfence`: for migrations, never to serve a request. */
  readonly databaseUrl: string;
  /** Settles when Postgres is gone, whether it was stopped or not, with its last log lines. */
  readonly lastWords: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the Postgres of a data folder whose lock the caller holds; the first time it makes the cluster. One that outlived
 * a killed Ringfence is stopped cleanly first. If this process is killed, Postgres follows a moment later.
 * @throws ConfigurationFailure for a cluster of another version or of another user.
 */
export async function startEmbeddedPostgres({ dataDir, log }: { dataDir: string; log: (line: string) => void }): Promise<EmbeddedPostgres> {
  const folder = await prepareDataFolder(dataDir);
  const { superuserPassword } = await readOrCreateSecrets(folder);
  const place = await placePostgres(folder, log);
  await initialiseCluster(place, { password: superuserPassword });
  await stopSurvivor(place, log);
  const { port, postmaster } = await runOnFreePort(place, folder);
  guardPostmaster(postmaster.processId, place.clusterFolder);
  const databaseUrl = embeddedUrl(port, superuserPassword);
  await ensureDatabase(databaseUrl);
  return { databaseUrl, lastWords: postmaster.lastWords, stop: () => stopPostmaster(postmaster.processId, 'fast') };
}

async function stopSurvivor({ clusterFolder }: PostgresPlace, log: (line: string) => void): Promise<void> {
  const survivor = await findPostmaster(clusterFolder);
  if (!survivor) return;
  log(`Stopping Postgres (process ${survivor.processId}), which outlived the last run…`);
  await stopPostmaster(survivor.processId, 'fast');
}

/** Last time's port if it is free. Tried again when another process was quicker, or a killed Postgres' sessions aren't quite gone. */
async function runOnFreePort(place: PostgresPlace, folder: string): Promise<{ port: number; postmaster: RunningPostmaster }> {
  const portFile = path.join(folder, 'postgres.port');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(await readPort(portFile));
    try {
      const postmaster = await runPostmaster(place, { port, logFile: path.join(folder, 'postgres.log'), settings: {} });
      await writeFile(portFile, String(port));
      return { port, postmaster };
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && /could not bind|could not create any TCP|shared memory block/.test(error.message);
}

async function readPort(file: string): Promise<number> {
  try {
    return Number(await readFile(file, 'utf8')) || 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}
