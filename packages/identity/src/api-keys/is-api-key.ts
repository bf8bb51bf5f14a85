import { checksumOf } from './checksum-of.ts';

const SHAPE = /^rf_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** Whether a text is a key by its form and its checksum; what isn't needs no look into the database. */
export function isApiKey(text: string): boolean {
  const [, secret, checksum] = SHAPE.exec(text) ?? [];
  return secret !== undefined && checksumOf(secret) === checksum;
}
