import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Identity, openIdentity } from '@ringfence/identity';
import { createServer, type Server } from '@ringfence/server';
import { createLogger } from '@ringfence/telemetry';
import { startWorker } from '@ringfence/worker';
import { openTenancies, type TestTenancies } from '../database/open-tenancies.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { collectLines } from './collect-lines.ts';

export interface TestPlatformOptions {
  /** Runs a worker too; without one, jobs stay in the queue. */
  readonly worker?: boolean;
  /** Further `host[:port]` from which the worker may fetch sound. */
  readonly recordingHosts?: readonly string[];
  /** Stands in for the API of every provider; without one nobody answers there. */
  readonly providerUrl?: string;
  readonly jwtSecret?: string;
  /** Puts a pooler before the app's log-in, and gives its address; notifications go past it. */
  pooled?(urls: TestDatabase['urls']): Promise<string>;
}

/** The whole product but its supervisor, in this process, on a database and a folder of its own. */
export interface TestPlatform {
  readonly url: string;
  /** What providers sign, and what `url` is reached by from outside. */
  readonly publicUrl: string;
  readonly server: Server;
  readonly database: TestDatabase;
  readonly tenancies: TestTenancies;
  readonly identity: Identity;
  readonly storageUrl: string;
  /** Every line that server and worker logged. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Nothing listens there: no test asks a real provider. */
const NOBODY = 'http://127.0.0.1:9';
const PUBLIC_URL = 'https://ringfence.test';

/** Starts one; close it when its file is done. */
export async function startTestPlatform({
  worker = false,
  recordingHosts = [],
  providerUrl = NOBODY,
  jwtSecret,
  pooled,
}: TestPlatformOptions = {}): Promise<TestPlatform> {
  const database = await testDatabase();
  const { urls, secretKey } = database;
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-test-'));
  const storageUrl = `file:${join(folder, 'recordings')}`;
  const { lines, destination } = collectLines();
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    trustedProxies: [],
    appDatabaseUrl: pooled ? await pooled(urls) : urls.app,
    directDatabaseUrl: urls.app,
    identityDatabaseUrl: urls.identity,
    serviceDatabaseUrl: urls.service,
    secretKey,
    jwtSecret,
    storageUrl,
    dashboardFolder: join(folder, 'dashboard'),
    logger: createLogger({ level: 'trace', name: 'server', destination }),
  });
  const tenancies = openTenancies(database);
  const identity = openIdentity({ databaseUrl: urls.identity, secretKey, publicUrl: PUBLIC_URL });
  const log = createLogger({ level: 'trace', name: 'worker', destination });
  const running = worker
    ? await startWorker({
        databaseUrl: urls.worker,
        serviceDatabaseUrl: urls.service,
        secretKey,
        storageUrl,
        recordingHosts,
        providerUrl,
        log,
      })
    : null;
  return {
    url: await server.listen(),
    publicUrl: PUBLIC_URL,
    server,
    database,
    tenancies,
    identity,
    storageUrl,
    log: lines,
    async close() {
      await Promise.all([server.close(), running?.stop()]);
      await Promise.all([identity.close(), tenancies.close()]);
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
