import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRingfenceTenancy } from '@ringfence/db';
import { openStorage, type Storage } from '@ringfence/storage';
import { type Provider, startProvider } from '@ringfence/testing/provider';
import type { Tenancy } from '@ringfence/tenancy';
import type { LogLine } from './read-log-line.ts';
import { type ChaosDatabase, startChaosDatabase } from './start-chaos-database.ts';
import { type Fleet, startFleet } from './start-fleet.ts';
import { type Program, startProgram } from './start-program.ts';
import { type Watch, watchDatabase } from './watch-database.ts';

const SERVER = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const WORKERS = 3;

/** The product's own programs on a Postgres, a storage folder and a provider that may be made to fail. */
export interface ChaosSystem {
  readonly database: ChaosDatabase;
  readonly provider: Provider;
  readonly storage: Storage;
  /** The app's way in, from this process. */
  readonly app: Tenancy;
  readonly secretKey: Buffer;
  /** Where the server listens, whenever it does. */
  readonly url: string;
  readonly watch: Watch;
  /** The messages of errors that the programs logged, with how often. */
  readonly errors: ReadonlyMap<string, number>;
  readonly fleet: Fleet;
  /** Ends the server with no time to do anything. */
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  stop(): Promise<void>;
}

export async function startChaosSystem(seed: number): Promise<ChaosSystem> {
  const [database, provider] = await Promise.all([startChaosDatabase(), startProvider({ seed })]);
  const { urls, secretKey } = database;
  const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-chaos-sounds-'));
  const storageUrl = `file:${folder}`;
  const port = await freePort();
  const errors = new Map<string, number>();
  function hear({ level, msg = 'unknown' }: LogLine): void {
    if (level === 'error' || level === 'fatal') errors.set(msg, (errors.get(msg) ?? 0) + 1);
  }
  const variables = {
    APP_DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    IDENTITY_DATABASE_URL: urls.identity,
    SERVICE_DATABASE_URL: urls.service,
    RINGFENCE_SECRET_KEY: secretKey.toString('base64'),
    RINGFENCE_RECORDING_HOSTS: provider.host,
    RINGFENCE_PROVIDER_URL: provider.url,
    STORAGE_URL: storageUrl,
    PORT: String(port),
    LOG_LEVEL: 'info',
  };
  const startServer = () => startProgram(SERVER, variables, hear);
  const watch = await watchDatabase(database);
  const [fleet, first] = await Promise.all([startFleet(WORKERS, variables, hear), startServer()]);
  let server: Program = first;
  const app = openRingfenceTenancy({ connectionString: urls.app, secretKey, applicationName: 'chaos', maxConnections: 8 });
  return {
    database,
    provider,
    storage: openStorage(storageUrl),
    app,
    secretKey,
    url: `http://127.0.0.1:${port}`,
    watch,
    errors,
    fleet,
    async killServer() {
      server.kill();
      await server.ended;
    },
    async startServer() {
      server = await startServer();
    },
    async stop() {
      await Promise.all([server.stop(), fleet.stop(), app.close()]);
      await provider.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that stays the same however often the server is started. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new TypeError('a listening server has a port');
  return address.port;
}
