import { deriveHex } from '../random/derive-hex.ts';

/** The Twilio account of an organisation. */
export function accountSid(slug: string): string {
  return `AC${deriveHex(`${slug}/account`, 32)}`;
}
