import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from './bench-database.ts';
import { type StartedServer, startProcess } from './start-process.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));

/** The server as it is shipped, in a process of its own; further variables add to it or take a place. */
export function startServerProcess(
  database: Pick<BenchDatabase, 'urls' | 'secretKey'>,
  further: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  return startProcess(MAIN, {
    LOG_LEVEL: 'warn',
    APP_DATABASE_URL: database.urls.app,
    IDENTITY_DATABASE_URL: database.urls.identity,
    SERVICE_DATABASE_URL: database.urls.service,
    RINGFENCE_SECRET_KEY: database.secretKey.toString('base64'),
    ...further,
  });
}
