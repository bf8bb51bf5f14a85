import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput, NotFound } from '@ringfence/domain';
import { checkFolder, ownerOf } from '../check-key.ts';
import { checkRange } from '../check-range.ts';
import type { Storage } from '../storage.ts';
import { asUnavailable } from './as-unavailable.ts';
import { isErrno } from './is-errno.ts';
import { listFiles } from './list-files.ts';
import { pathOfKey } from './path-of-key.ts';
import { checkFolders, makeFolders } from './real-folder.ts';
import { removeBegun } from './remove-begun.ts';
import { writeWhole } from './write-whole.ts';

const INCOMING = '.incoming';
/** Longer than any download may take. */
const STALE_MS = 86_400_000;

/** A folder as storage: readable for its owner alone, and no key or link leads out of it. */
export function createFolderStorage(folder: string): Storage {
  let prepared: Promise<string> | null = null;

  /** The root as it really is, made at first use; a failure is tried again by the next. */
  function root(): Promise<string> {
    prepared ??= prepareRoot(folder).catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    return prepared;
  }

  /** Null where there is nothing, or not even its folder. */
  async function find(key: string): Promise<{ path: string; sizeBytes: number } | null> {
    const path = pathOfKey(await root(), key);
    try {
      await checkFolders(await root(), path);
      const found = await lstat(path);
      if (!found.isFile()) throw new InvalidInput('key', 'leads to no file');
      return { path, sizeBytes: found.size };
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return null;
      throw error;
    }
  }

  async function isFolder(within: string): Promise<boolean> {
    try {
      await checkFolders(await root(), join(await root(), within, 'any'));
      return true;
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return false;
      throw error;
    }
  }

  return {
    async put(key, sound, { maxBytes }) {
      // A stream that breaks before it is read must not end the process; the pipeline tells of it.
      sound.on('error', () => undefined);
      try {
        return await asUnavailable(async () => {
          const path = pathOfKey(await root(), key);
          await makeFolders(await root(), path);
          return writeWhole(sound, { growing: join(await root(), INCOMING, `${ownerOf(key)}.`), path, maxBytes });
        });
      } finally {
        sound.destroy();
      }
    },
    open: (key, range) =>
      asUnavailable(async () => {
        if (range) checkRange(range);
        const found = await find(key);
        if (!found) throw new NotFound('sound');
        const handle = await open(found.path, constants.O_RDONLY | constants.O_NOFOLLOW);
        return handle.createReadStream(range);
      }),
    size: (key) => asUnavailable(async () => (await find(key))?.sizeBytes ?? null),
    remove: (key) =>
      asUnavailable(async () => {
        const found = await find(key);
        if (found) await rm(found.path, { force: true });
      }),
    async *list(within) {
      checkFolder(within);
      if (await asUnavailable(() => isFolder(within))) yield* listFiles(await root(), within);
    },
    removeUnfinished: (within, before) =>
      asUnavailable(async () => {
        checkFolder(within);
        return removeBegun(join(await root(), INCOMING), { startingWith: `${ownerOf(within)}.`, before });
      }),
  };
}

async function prepareRoot(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const root = await realpath(folder);
  await mkdir(join(root, INCOMING), { recursive: true, mode: 0o700 });
  await removeBegun(join(root, INCOMING), { startingWith: '', before: new Date(Date.now() - STALE_MS) });
  return root;
}
