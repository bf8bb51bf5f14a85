import { deriveHex } from './derive-hex.ts';

/** A UUID in the form of version 4, always the same for the same name. */
export function deriveUuid(name: string): string {
  const hex = deriveHex(name, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
