import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = process.env['RINGFENCE_SHARED_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

export const WITHOUT_SHARED_DATA = 'the material in ../shared/data is not on this machine (RINGFENCE_SHARED_DATA names another place)';

/** Real material outside the repository, read in place; null where it isn't, and the test is then skipped. */
export function sharedData(path: string): string | null {
  const full = `${FOLDER}/${path}`;
  return existsSync(full) ? full : null;
}
