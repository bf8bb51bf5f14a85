import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isKey } from '../check-key.ts';
import type { ListedObject } from '../storage.ts';
import { asUnavailable } from './as-unavailable.ts';
import { isErrno } from './is-errno.ts';

/** The files below a folder of the storage, in the order of their keys; nothing that a link leads to. */
export async function* listFiles(root: string, folder: string): AsyncGenerator<ListedObject> {
  for (const entry of await entriesOf(join(root, folder))) {
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(root, key);
    if (!entry.isFile() || !isKey(key)) continue;
    const found = await unlessGone(() => lstat(join(root, key)));
    if (found) yield { key, sizeBytes: found.size, storedAt: found.mtime };
  }
}

/** A folder's name counts with its slash, since that is how keys compare. */
async function entriesOf(path: string): Promise<Dirent[]> {
  const entries = (await unlessGone(() => readdir(path, { withFileTypes: true }))) ?? [];
  const nameOf = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);
  return entries.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

async function unlessGone<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await asUnavailable(look);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
