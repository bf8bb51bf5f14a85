import { deriveHex } from '../random/derive-hex.ts';

/** Twilio's name of a call's recording. */
export function recordingSid(key: string): string {
  return `RE${deriveHex(`${key}/recording`, 32)}`;
}
