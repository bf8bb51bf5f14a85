import { lstat, mkdir } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { InvalidInput } from '@ringfence/domain';
import { isErrno } from './is-errno.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Checks that every folder between the root and a path is one, and no link to elsewhere.
 * @throws InvalidInput for a link; whatever the file system says when a folder is missing.
 */
export async function checkFolders(root: string, path: string): Promise<void> {
  for (const folder of foldersBetween(root, path)) await checkFolder(folder);
}

/** Makes the folders that are missing, readable for us alone, and leaves none unsure after a crash. */
export async function makeFolders(root: string, path: string): Promise<void> {
  for (const folder of foldersBetween(root, path)) {
    try {
      await mkdir(folder, { mode: 0o700 });
      await syncFolder(dirname(folder));
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
    await checkFolder(folder);
  }
}

async function checkFolder(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new InvalidInput('key', 'leads out of the storage');
}

function foldersBetween(root: string, path: string): string[] {
  const names = relative(root, dirname(path)).split(sep);
  return names.map((_, index) => [root, ...names.slice(0, index + 1)].join(sep));
}
