import { createHash } from 'node:crypto';

/** A link's token as it is looked up, in Postgres's spelling of bytes. */
export function hashLink(token: string): string {
  return `\\x${createHash('sha256').update(token).digest('hex')}`;
}
