import { createHash } from 'node:crypto';
import { NotFound } from '@ringfence/domain';
import type { StoredObject } from '../storage.ts';
import type { Bucket } from './bucket.ts';
import { findObject } from './find-object.ts';
import { openObject } from './open-object.ts';

/**
 * Whether an object holds what was sent: by the server's own checksum of the whole where it keeps one, else by reading it back. Servers
 * that say yes to an upload and keep other bytes exist.
 */
export async function isWhole(bucket: Bucket, key: string, sent: StoredObject & { readonly crc32: number }): Promise<boolean> {
  const found = await findObject(bucket, key);
  if (found?.sizeBytes !== sent.sizeBytes) return false;
  if (found.crc32 !== null) return Buffer.from(found.crc32, 'base64').readUInt32BE() === sent.crc32;
  return (await hashOf(bucket, key)) === sent.sha256;
}

async function hashOf(bucket: Bucket, key: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    const sound: AsyncIterable<Buffer> = await openObject(bucket, key, null);
    for await (const chunk of sound) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
