import { hash } from 'node:crypto';

/**
 * What the database keeps instead of a key. Plain SHA-256 is right here: a slow hash buys time against guessing, and 256 random bits
 * can't be guessed at any speed, while whoever sends wrong keys would make us pay for it.
 */
export function hashApiKey(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}
