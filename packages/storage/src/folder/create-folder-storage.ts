import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput, NotFound } from '@ringfence/domain';
import type { ByteRange, Storage } from '../storage.ts';
import { isErrno } from './is-errno.ts';
import { pathOfKey } from './path-of-key.ts';
import { checkFolders, makeFolders } from './real-folder.ts';
import { removeStale } from './remove-stale.ts';
import { writeWhole } from './write-whole.ts';

const INCOMING = '.incoming';

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

  return {
    async put(key, sound, { maxBytes }) {
      // A stream that breaks before it is read must not end the process; the pipeline tells of it.
      sound.on('error', () => undefined);
      try {
        const path = pathOfKey(await root(), key);
        await makeFolders(await root(), path);
        return await writeWhole(sound, { incoming: join(await root(), INCOMING), path, maxBytes });
      } finally {
        sound.destroy();
      }
    },
    async open(key, range) {
      if (range) checkRange(range);
      const found = await find(key);
      if (!found) throw new NotFound('sound');
      const handle = await open(found.path, constants.O_RDONLY | constants.O_NOFOLLOW);
      return handle.createReadStream(range);
    },
    size: async (key) => (await find(key))?.sizeBytes ?? null,
    async remove(key) {
      const found = await find(key);
      if (found) await rm(found.path, { force: true });
    },
  };
}

async function prepareRoot(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const root = await realpath(folder);
  await mkdir(join(root, INCOMING), { recursive: true, mode: 0o700 });
  await removeStale(join(root, INCOMING));
  return root;
}

function checkRange({ start, end }: ByteRange): void {
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
  if (!isRange) throw new InvalidInput('range', 'must be two whole numbers, the first not above the second');
}
