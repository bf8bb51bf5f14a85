import { fileURLToPath } from 'node:url';
import { claimPort } from './claim-port.ts';
import { serverVariables, workerVariables } from './child-variables.ts';
import type { ChildProgram } from './keep-running.ts';
import type { Database } from './open-database.ts';
import type { SettledEnvironment } from './settle-environment.ts';

const APPS = fileURLToPath(new URL('../..', import.meta.url));
const LOOPBACK = '127.0.0.1';

/** One of ours, and whether a changed source file ends this life of it. */
export interface OwnProgram extends ChildProgram {
  readonly isRestartedOnChange: boolean;
}

/** Worker and server; the server serves the built dashboard too. */
export function programs(environment: SettledEnvironment, database: Database): OwnProgram[] {
  return [nodeProgram('worker', workerVariables(environment, database)), nodeProgram('server', serverVariables(environment, database))];
}

/** The same with Vite in front, which has the address that people know and passes on to the server what isn't the dashboard's. */
export async function developmentPrograms(environment: SettledEnvironment, database: Database): Promise<OwnProgram[]> {
  const port = await claimPort(LOOPBACK, 0);
  return [...programs({ ...environment, host: LOOPBACK, port }, database), vite(environment, `http://${LOOPBACK}:${port}`)];
}

function nodeProgram(name: 'server' | 'worker', variables: Readonly<Record<string, string>>): OwnProgram {
  return { name, command: [process.execPath, `${APPS}${name}/src/main.ts`], variables, isRestartedOnChange: true };
}

function vite({ inherited, host, port }: SettledEnvironment, apiUrl: string): OwnProgram {
  const program = `${APPS}dashboard/node_modules/vite/bin/vite.js`;
  const command = [process.execPath, program, '--host', host, '--port', String(port), '--strictPort', '--clearScreen', 'false'] as const;
  const variables = { ...inherited, RINGFENCE_API_URL: apiUrl };
  return { name: 'dashboard', command, folder: `${APPS}dashboard`, variables, isRestartedOnChange: false };
}
