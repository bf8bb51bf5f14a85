import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PermanentFailure } from '@ringfence/domain/recordings';
import type { StoredObject } from '../storage.ts';
import { syncFolder } from './sync-folder.ts';

export interface WholeFile {
  /** Holds the file while it grows; on the same file system as `path`. */
  readonly incoming: string;
  readonly path: string;
  readonly maxBytes: number;
}

/** Writes a file that is there whole or not at all: grown under another name, flushed to the disk, then renamed. */
export async function writeWhole(sound: Readable, { incoming, path, maxBytes }: WholeFile): Promise<StoredObject> {
  const growing = join(incoming, randomUUID());
  const hash = createHash('sha256');
  let sizeBytes = 0;
  async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) throw new PermanentFailure('too-large', 'The recording is larger than may be stored.');
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(sound, counted, createWriteStream(growing, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(growing, path);
  } catch (error) {
    await rm(growing, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return { sizeBytes, sha256: hash.digest('hex') };
}
