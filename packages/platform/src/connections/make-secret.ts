import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 24;

/** A secret that nobody guesses, for a connection whose provider takes any. */
export function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}
