import { S3Client } from '@aws-sdk/client-s3';
import { checkFolder, checkKey } from '../check-key.ts';
import { checkRange } from '../check-range.ts';
import type { Storage } from '../storage.ts';
import type { Bucket } from './bucket.ts';
import { findObject } from './find-object.ts';
import { listObjects } from './list-objects.ts';
import { openObject } from './open-object.ts';
import type { S3Address } from './parse-address.ts';
import { putObject } from './put-object.ts';
import { removeObject } from './remove-object.ts';
import { removeUploads } from './remove-uploads.ts';

const CONNECT_MS = 5_000;
const SILENT_MS = 20_000;

/** A bucket as storage, by the official client; who signs in, it reads from the environment itself. No request waits in silence for ever. */
export function createS3Storage({ bucket: name, prefix, endpoint, region }: S3Address, { silentMs = SILENT_MS } = {}): Storage {
  const client = new S3Client({
    region,
    // Other servers than Amazon's rarely have a name for each bucket.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // Uploads ask for checksums by themselves; what a client adds of its own accord, some servers store as if it were sound.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silentMs },
  });
  const bucket: Bucket = { client, name, prefix };
  return {
    async put(key, sound, { maxBytes }) {
      // A stream that breaks before it is read must not end the process; the upload tells of it.
      sound.on('error', () => undefined);
      try {
        checkKey(key);
        return await putObject(bucket, key, sound, maxBytes);
      } finally {
        sound.destroy();
      }
    },
    async open(key, range) {
      checkKey(key);
      if (range) checkRange(range);
      return openObject(bucket, key, range ?? null);
    },
    async size(key) {
      checkKey(key);
      return (await findObject(bucket, key))?.sizeBytes ?? null;
    },
    async remove(key) {
      checkKey(key);
      await removeObject(bucket, key);
    },
    async *list(folder) {
      checkFolder(folder);
      yield* listObjects(bucket, folder);
    },
    async removeUnfinished(folder, begunBefore) {
      checkFolder(folder);
      return removeUploads(bucket, folder, begunBefore);
    },
  };
}
