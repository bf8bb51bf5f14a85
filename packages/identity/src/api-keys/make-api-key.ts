import { randomInt } from 'node:crypto';
import { BASE62 } from './base62.ts';
import { checksumOf } from './checksum-of.ts';
import { hashApiKey } from './hash-api-key.ts';

/** 62^43 is more than 2^256: nobody guesses one. */
const SECRET_LENGTH = 43;
const SHOWN_LENGTH = 8;

/** A new key, to be shown once, and what is kept of it. */
export interface MadeApiKey {
  /** `rf_`, 43 characters that nobody can guess, six of checksum: `\brf_[0-9A-Za-z]{49}\b`. */
  readonly key: string;
  /** What of it stays visible, so that people can tell their keys apart. */
  readonly prefix: string;
  readonly sha256: Buffer;
}

export function makeApiKey(): MadeApiKey {
  const secret = Array.from({ length: SECRET_LENGTH }, () => BASE62.charAt(randomInt(BASE62.length))).join('');
  const key = `rf_${secret}${checksumOf(secret)}`;
  return { key, prefix: key.slice(0, 'rf_'.length + SHOWN_LENGTH), sha256: hashApiKey(key) };
}
