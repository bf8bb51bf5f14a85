import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RingfenceRun } from './start-ringfence.ts';

/** The process that a part of a run lives in now, by the log it writes. */
export function processOf(run: RingfenceRun, name: 'server' | 'worker'): number {
  const line = run.log().findLast((entry) => entry.startsWith('{') && entry.includes(`"name":"${name}"`));
  if (!line) throw new Error(`The ${name} has written no log.`);
  const { pid } = JSON.parse(line) as { pid: number };
  return pid;
}

/** The supervisor that holds a data folder. */
export function supervisorOf(dataDir: string): number {
  const { processId } = JSON.parse(readFileSync(path.join(dataDir, 'holder.json'), 'utf8')) as { processId: number };
  return processId;
}

/** The embedded Postgres of a data folder, or null if none says that it runs there. */
export function postgresOf(dataDir: string): number | null {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false; // there is no such process, which is what was asked
  }
}
