import { createHash } from 'node:crypto';

/** SHA-256, hexadecimal: what makes two deliveries the same where a provider gives no id. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
