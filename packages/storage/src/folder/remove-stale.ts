import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './is-errno.ts';

/** Longer than any download may take. */
const STALE_MS = 86_400_000;

/** Removes what a killed process had begun to write; what another still writes is younger and stays. */
export async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    try {
      const { mtimeMs } = await lstat(path);
      if (Date.now() - mtimeMs > STALE_MS) await rm(path, { force: true });
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
    }
  }
}
