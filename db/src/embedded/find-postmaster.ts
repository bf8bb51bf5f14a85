import { readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../data-folder/has-code.ts';

/** A running Postgres as its own `postmaster.pid` tells it. */
export interface Postmaster {
  readonly processId: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The Postgres that runs on this cluster, or null. A file left behind by a killed one is seen through, even if its number is taken by another process. */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const lines = await readLines(path.join(clusterFolder, 'postmaster.pid'));
  const processId = Number(lines[0]);
  if (!processId || !(await worksIn(processId, clusterFolder))) return null;
  return { processId, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

async function readLines(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** A postmaster's working folder is its cluster. Where the system doesn't show working folders, a living process must do. */
async function worksIn(processId: number, clusterFolder: string): Promise<boolean> {
  if (!isAlive(processId)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return (await readlink(`/proc/${processId}/cwd`)) === (await realpath(clusterFolder));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EACCES')) return false;
    throw error;
  }
}

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
