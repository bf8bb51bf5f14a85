import { join, sep } from 'node:path';
import { InvalidInput } from '@ringfence/domain';
import { checkKey } from '../check-key.ts';

/** A key's place below the root. @throws InvalidInput for a key that we wouldn't build. */
export function pathOfKey(root: string, key: string): string {
  checkKey(key);
  const path = join(root, key);
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) throw new InvalidInput('key', 'is not a storage key');
  return path;
}
