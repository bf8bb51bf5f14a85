import { createHash } from 'node:crypto';

/** A name for what is counted. `kind` keeps an account and an address of the same spelling apart. */
export function attemptKey(route: string, kind: 'account' | 'address', value: string): string {
  return createHash('sha256').update(`${route}\0${kind}\0${value}`).digest('base64url');
}
