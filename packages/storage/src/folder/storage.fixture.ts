import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Storage } from '../storage.ts';
import { createFolderStorage } from './create-folder-storage.ts';

/** A storage in a folder of its own, gone when the test ends. */
export async function temporaryStorage(): Promise<{ storage: Storage; root: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-storage-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'recordings');
  return { storage: createFolderStorage(root), root };
}
