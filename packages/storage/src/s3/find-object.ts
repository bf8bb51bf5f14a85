import { HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { type Bucket, objectOf } from './bucket.ts';
import { asUnavailable, isTold } from './s3-failure.ts';

export interface FoundObject {
  readonly sizeBytes: number;
  /** CRC-32 of the whole as the server holds it, base64; null where it keeps none. */
  readonly crc32: string | null;
}

/** Null for what isn't there. A bucket that isn't there is trouble, though a server answers both alike: hence the second question. */
export async function findObject(bucket: Bucket, key: string): Promise<FoundObject | null> {
  try {
    const found = await bucket.client.send(new HeadObjectCommand({ ...objectOf(bucket, key), ChecksumMode: 'ENABLED' }));
    const isWhole = found.ChecksumType === 'FULL_OBJECT';
    return { sizeBytes: found.ContentLength ?? 0, crc32: isWhole ? (found.ChecksumCRC32 ?? null) : null };
  } catch (error) {
    if (!isTold(error, 'NotFound', 'NoSuchKey')) throw asUnavailable(error);
  }
  try {
    await bucket.client.send(new ListObjectsV2Command({ Bucket: bucket.name, Prefix: bucket.prefix + key, MaxKeys: 1 }));
    return null;
  } catch (error) {
    throw asUnavailable(error);
  }
}
