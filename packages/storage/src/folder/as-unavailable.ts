import { StorageUnavailable } from '../storage-unavailable.ts';

const TROUBLES: Readonly<Record<string, StorageUnavailable['trouble']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  EIO: 'unreachable',
  ESTALE: 'unreachable',
  EMFILE: 'unreachable',
  ENFILE: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** What the file system refuses, as the storage's trouble; everything else as it is. */
export async function asUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const trouble = TROUBLES[code];
    throw trouble ? new StorageUnavailable(trouble, code, error) : error;
  }
}
