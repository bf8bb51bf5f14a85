import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { PermanentFailure } from '@ringfence/domain/recordings';
import type { StoredObject } from './storage.ts';

export interface SoundMeter {
  /** Lets a sound through, and ends it where it grows too long. */
  measure(sound: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer>;
  /** What went through; to be asked once, at the end. */
  result(): StoredObject & { readonly crc32: number };
}

/** Measures a sound while it goes by. @throws PermanentFailure (too-large) out of the stream. */
export function meterSound(maxBytes: number): SoundMeter {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let crc = 0;
  return {
    async *measure(sound) {
      for await (const piece of sound) {
        const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
        sizeBytes += chunk.byteLength;
        if (sizeBytes > maxBytes) throw new PermanentFailure('too-large', 'The recording is larger than may be stored.');
        hash.update(chunk);
        crc = crc32(chunk, crc);
        yield chunk;
      }
    },
    result: () => ({ sizeBytes, sha256: hash.digest('hex'), crc32: crc }),
  };
}
