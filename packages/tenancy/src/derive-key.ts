import { hkdfSync } from 'node:crypto';

export type KeyPurpose = 'context' | 'links' | 'sealing' | 'identity' | 'cursors';

/** One 32-byte key for one purpose out of the installation's secret key (HKDF-SHA256, RFC 5869). */
export function deriveKey(secretKey: Buffer, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `tenancy/${purpose}`, 32));
}
