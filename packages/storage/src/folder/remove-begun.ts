import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './is-errno.ts';

/** Removes files of a folder that were last written before a time; tells how many. What another removes meanwhile is no trouble. */
export async function removeBegun(folder: string, { startingWith, before }: { startingWith: string; before: Date }): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(startingWith)) continue;
    const path = join(folder, name);
    try {
      const { mtimeMs } = await lstat(path);
      if (mtimeMs >= before.getTime()) continue;
      await rm(path);
      removed += 1;
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
    }
  }
  return removed;
}
