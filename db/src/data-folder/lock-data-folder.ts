import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolderHolder } from './data-folder-holder.ts';
import { DataFolderInUse } from './data-folder-in-use.ts';

const SQLITE_BUSY = 5;
/** A lock that nobody refers to would be collected, and let go. */
const held = new Set<DatabaseSync>();

export type DataFolderUse = 'to serve' | 'for a command';

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes a prepared data folder for this process. The lock is SQLite's on a file of its own, so that the kernel drops it
 * with the process, however that ends: there is no stale lock to judge.
 * @throws DataFolderInUse naming the process that has it.
 */
export function lockDataFolder(dataDir: string, use: DataFolderUse): DataFolderLock {
  const lock = new DatabaseSync(path.join(dataDir, 'lock'));
  const holderFile = path.join(dataDir, 'holder.json');
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataFolderInUse(dataDir, readHolder(holderFile));
  }
  writeFileSync(holderFile, JSON.stringify({ processId: process.pid, isServing: use === 'to serve' } satisfies DataFolderHolder));
  held.add(lock);
  return { release: () => release(lock) };
}

function release(lock: DatabaseSync): void {
  held.delete(lock);
  lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function readHolder(file: string): DataFolderHolder {
  const { processId, isServing }: Partial<DataFolderHolder> = JSON.parse(readFileSync(file, 'utf8'));
  return { processId: Number(processId), isServing: isServing === true };
}
