import { createHash } from 'node:crypto';

/**
 * What our own tokens call their issuer. It comes from the installation's key and not from its address, so that the command line signs
 * tokens that a server takes whatever port it listens on, and another installation's tokens never fit.
 */
export function issuerName(identityKey: Buffer): string {
  return `ringfence:${createHash('sha256').update('issuer name').update(identityKey).digest('hex').slice(0, 16)}`;
}
