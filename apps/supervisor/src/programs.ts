import { fileURLToPath } from 'node:url';
import { claimPort } from './claim-port.ts';
import { serverVariables, workerVariables } from './child-variables.ts';
import type { ChildProgram } from './keep-running.ts';
import type { Database } from './open-database.ts';
import type { SettledEnvironment } from './settle-environment.ts';

const APPS = fileURLToPath(new URL('../..', import.meta.url));
const LOOPBACK = '127.0.0.1';
/** Vite doesn't look after who started it. */
const END_WITH_US = `data:text/javascript,process.once('disconnect', () => process.exit())`;

/** Worker and server; the server serves the built dashboard too. */
export function programs(environment: SettledEnvironment, database: Database): ChildProgram[] {
  return [nodeProgram('worker', workerVariables(environment, database)), nodeProgram('server', serverVariables(environment, database))];
}

/** In front of the server while somebody develops: has the address that people know, and passes on what isn't the dashboard's. */
export function vite({ inherited, host, port }: SettledEnvironment, apiUrl: string): ChildProgram {
  const program = `${APPS}dashboard/node_modules/vite/bin/vite.js`;
  const command = [
    process.execPath,
    '--import',
    END_WITH_US,
    program,
    '--host',
    host,
    '--port',
    String(port),
    '--strictPort',
    '--clearScreen',
    'false',
  ] as const;
  const variables = { ...inherited, RINGFENCE_API_URL: apiUrl };
  return { name: 'dashboard', command, folder: `${APPS}dashboard`, variables };
}

/** Where the server stands behind Vite; what it calls itself in public stays as it is. */
export async function behindVite(environment: SettledEnvironment): Promise<SettledEnvironment> {
  const port = await claimPort(LOOPBACK, 0);
  return { ...environment, host: LOOPBACK, port, ownUrl: `http://${LOOPBACK}:${port}` };
}

function nodeProgram(name: 'server' | 'worker', variables: Readonly<Record<string, string>>): ChildProgram {
  return { name, command: [process.execPath, `${APPS}${name}/src/main.ts`], variables };
}
