import { crc32 } from 'node:zlib';
import { BASE62 } from './base62.ts';

const LENGTH = 6;

/** The CRC-32 of a key's secret part in six characters of base62, so that a scanner knows a key from any other text without asking us. */
export function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let written = '';
  while (written.length < LENGTH) {
    written = BASE62.charAt(rest % BASE62.length) + written;
    rest = Math.floor(rest / BASE62.length);
  }
  return written;
}
