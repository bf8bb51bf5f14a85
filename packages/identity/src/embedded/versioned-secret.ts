import { createHash } from 'node:crypto';

/** A secret under a number that follows from it, so that what one key encrypted is found again after a rotation. */
export function versionedSecret(identityKey: Buffer): { version: number; value: string } {
  const version = createHash('sha256').update('secret version').update(identityKey).digest().readUInt32BE() >>> 1;
  return { version, value: identityKey.toString('base64') };
}
