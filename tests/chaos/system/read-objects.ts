import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '@ringfence/storage';

/** Every object of the organisations, with the SHA-256 of what lies there. */
export async function readObjects(storage: Storage, orgIds: readonly string[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const orgId of orgIds) {
    for await (const { key } of storage.list(`org/${orgId}`)) digests.set(key, await digestOf(storage, key));
  }
  return digests;
}

async function digestOf(storage: Storage, key: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(await storage.open(key), hash);
  return hash.digest('hex');
}
