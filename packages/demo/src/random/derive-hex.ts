import { createHash } from 'node:crypto';

/** As many hexadecimal digits (at most 64) as asked for, always the same for the same name: a provider's id in the demo. */
export function deriveHex(name: string, digits: number): string {
  return createHash('sha256').update(`ringfence demo ${name}`).digest('hex').slice(0, digits);
}
