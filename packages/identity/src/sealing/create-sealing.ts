import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deriveKey } from '@ringfence/tenancy';
import { SealBroken } from './seal-broken.ts';

const VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

export interface Sealing {
  seal(secret: string): Buffer;
  /** @throws SealBroken for what was changed, or sealed with a key that isn't there any more. */
  open(sealed: Buffer): string;
}

interface SealingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

/**
 * Seals providers' secrets with AES-256-GCM: `version | key id | nonce | ciphertext | tag`, version and key id authenticated with it.
 * What the previous key sealed can still be opened.
 */
export function createSealing(secretKey: Buffer, previousSecretKey?: Buffer): Sealing {
  const current = sealingKey(secretKey);
  const keys = previousSecretKey ? [current, sealingKey(previousSecretKey)] : [current];
  return {
    seal(secret) {
      const header = Buffer.concat([Buffer.of(VERSION), current.id]);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(header);
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([header, nonce, hidden, cipher.getAuthTag()]);
    },
    open(sealed) {
      if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealBroken();
      const header = sealed.subarray(0, HEADER_BYTES);
      const key = keys.find(({ id }) => id.equals(header.subarray(1)));
      if (!key) throw new SealBroken();
      return decipher(key.key, header, sealed.subarray(HEADER_BYTES));
    },
  };
}

function decipher(key: Buffer, header: Buffer, body: Buffer): string {
  const nonce = body.subarray(0, NONCE_BYTES);
  const decipherer = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(header);
  decipherer.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return decipherer.update(body.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipherer.final('utf8');
  } catch (error) {
    throw new SealBroken(error);
  }
}

function sealingKey(secretKey: Buffer): SealingKey {
  const key = deriveKey(secretKey, 'sealing');
  return { key, id: createHash('sha256').update('sealing key id').update(key).digest().subarray(0, KEY_ID_BYTES) };
}
