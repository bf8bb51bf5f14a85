import { join, sep } from 'node:path';
import { InvalidInput } from '@ringfence/domain';

const SEGMENT = '[a-z0-9_-][a-z0-9_.-]{0,126}';
const KEY = new RegExp(`^org/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:/${SEGMENT}){1,6}$`);

/**
 * A key's place below the root. No part begins with a dot, so none leads up, and none hides.
 * @throws InvalidInput for a key that we wouldn't build.
 */
export function pathOfKey(root: string, key: string): string {
  const path = join(root, key);
  if (!KEY.test(key) || !path.startsWith(root.endsWith(sep) ? root : root + sep)) throw new InvalidInput('key', 'is not a storage key');
  return path;
}
