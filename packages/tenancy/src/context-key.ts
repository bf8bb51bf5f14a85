import { createHash } from 'node:crypto';

const BLOCK_BYTES = 64;

/** A key that signs contexts, with the two padded blocks the database keeps instead of it (RFC 2104). */
export interface ContextKey {
  readonly id: string;
  readonly key: Buffer;
  readonly innerPad: Buffer;
  readonly outerPad: Buffer;
}

/** Prepares a key of 32 to 64 bytes; the id is public and says only which key signed. */
export function contextKey(key: Buffer): ContextKey {
  if (key.length < 32 || key.length > BLOCK_BYTES) throw new RangeError('a context key has 32 to 64 bytes');
  const block = Buffer.concat([key], BLOCK_BYTES);
  return {
    id: createHash('sha256').update('context key id').update(key).digest('hex').slice(0, 12),
    key,
    innerPad: block.map((byte) => byte ^ 0x36) as Buffer,
    outerPad: block.map((byte) => byte ^ 0x5c) as Buffer,
  };
}
