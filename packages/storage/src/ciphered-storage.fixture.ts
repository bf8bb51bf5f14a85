import { createCipheriv, createHash } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
import { ownerOf } from './check-key.ts';
import type { Storage } from './storage.ts';

const BLOCK_BYTES = 16;

/**
 * A storage before another that keeps every organisation's sound under a key of its own. Shows that nothing else needs to change for it;
 * made for tests, since it doesn't notice changed bytes.
 */
export function cipheredStorage(storage: Storage): Storage {
  return {
    ...storage,
    put: async (key, sound, limits) => {
      const hash = createHash('sha256');
      const read = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const { sizeBytes } = await storage.put(
        key,
        pipeline(sound, read, cipherAt(key, 0), () => {}),
        limits,
      );
      return { sizeBytes, sha256: hash.digest('hex') };
    },
    open: async (key, range) => pipeline(await storage.open(key, range), cipherAt(key, range?.start ?? 0), () => {}),
  };
}

/** The cipher from a byte of an object on: a counter's block is found by counting. */
function cipherAt(key: string, start: number): Transform {
  const counter = createHash('sha256').update(key).digest().subarray(0, BLOCK_BYTES);
  counter.writeUInt32BE(Math.floor(start / BLOCK_BYTES), BLOCK_BYTES - 4);
  const keyOfOwner = createHash('sha256')
    .update(`test ${ownerOf(key)}`)
    .digest();
  const cipher = createCipheriv('aes-256-ctr', keyOfOwner, counter);
  cipher.update(Buffer.alloc(start % BLOCK_BYTES));
  return cipher;
}
