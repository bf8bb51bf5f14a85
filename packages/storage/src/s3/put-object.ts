import { Readable } from 'node:stream';
import { Upload } from '@aws-sdk/lib-storage';
import { meterSound } from '../meter-sound.ts';
import { StorageUnavailable } from '../storage-unavailable.ts';
import type { StoredObject } from '../storage.ts';
import { type Bucket, objectOf } from './bucket.ts';
import { isWhole } from './is-whole.ts';
import { removeObject } from './remove-object.ts';
import { asUnavailable } from './s3-failure.ts';

/** The smallest that S3 takes, and two on their way: what a sound needs of memory, however long it is. */
const PART_BYTES = 5 * 1024 ** 2;
const PARTS_AT_ONCE = 2;

interface Failed {
  readonly error: unknown;
}

/**
 * Uploads a sound and looks whether it lies there as it was sent. An upload whose answer was lost counts, if the whole lies there.
 * @throws whatever the sound broke with, else StorageUnavailable.
 */
export async function putObject(bucket: Bucket, key: string, sound: Readable, maxBytes: number): Promise<StoredObject> {
  const meter = meterSound(maxBytes);
  const read: { isWhole: boolean; broken: Failed | null } = { isWhole: false, broken: null };
  async function* watched(): AsyncGenerator<Buffer> {
    try {
      yield* meter.measure(sound);
      read.isWhole = true;
    } catch (error) {
      read.broken = { error };
      throw error;
    }
  }
  const failed = await upload(bucket, key, Readable.from(watched(), { objectMode: false }));
  if (read.broken) throw read.broken.error;
  if (failed && !read.isWhole) throw asUnavailable(failed.error);
  const { crc32, ...stored } = meter.result();
  const looks = isWhole(bucket, key, { ...stored, crc32 });
  if (failed ? await looks.catch(() => false) : await looks) return stored;
  if (failed) throw asUnavailable(failed.error);
  await removeObject(bucket, key);
  throw new StorageUnavailable('damaged', 'other bytes');
}

async function upload(bucket: Bucket, key: string, body: Readable): Promise<Failed | null> {
  try {
    const params = { ...objectOf(bucket, key), Body: body, ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' } as const;
    await new Upload({ client: bucket.client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE }).done();
    return null;
  } catch (error) {
    return { error };
  } finally {
    body.destroy();
  }
}
