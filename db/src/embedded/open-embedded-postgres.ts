import { setTimeout as pause } from 'node:timers/promises';
import { DataFolderInUse } from '../data-folder/data-folder-in-use.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { prepareDataFolder } from '../data-folder/prepare-data-folder.ts';
import { attachEmbeddedPostgres } from './attach-embedded-postgres.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

export interface OpenOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

/**
 * The embedded Postgres for one command: the running server's, or started for it and stopped again by `close`. Commands at
 * the same time take turns.
 * @throws DataFolderInUse if another process keeps the data folder and runs no Postgres in it.
 */
export async function openEmbeddedPostgres({ dataDir, log }: OpenOptions): Promise<{ databaseUrl: string; close(): Promise<void> }> {
  const folder = await prepareDataFolder(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await openAlone(folder, log);
    } catch (error) {
      if (!(error instanceof DataFolderInUse) || Date.now() > deadline) throw error;
      const databaseUrl = error.holder.isServing ? await attachEmbeddedPostgres({ dataDir: folder }) : null;
      if (databaseUrl) return { databaseUrl, close: () => Promise.resolve() };
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function openAlone(dataDir: string, log: (line: string) => void): Promise<{ databaseUrl: string; close(): Promise<void> }> {
  const lock = lockDataFolder(dataDir, 'for a command');
  try {
    const { databaseUrl, stop } = await startEmbeddedPostgres({ dataDir, log });
    return { databaseUrl, close: () => stop().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}
