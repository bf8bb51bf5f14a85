import { deriveHex } from '../random/derive-hex.ts';

/** Twilio's name of a call; `leg` tells apart those that it dialled. */
export function callSid(key: string, leg = 'parent'): string {
  return `CA${deriveHex(`${key}/${leg}`, 32)}`;
}
