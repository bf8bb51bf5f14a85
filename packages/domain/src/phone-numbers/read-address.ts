import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A party as it was heard: `number` is E.164, or null when it isn't a phone number (extension, SIP, withheld). */
export interface Address {
  readonly number: string | null;
  readonly heard: string;
}

/** What providers write when the caller withholds the number: +266696687 spells ANONYMOUS. */
const WITHHELD = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
  'anonymous',
  'restricted',
  'unknown',
  'unavailable',
  'private',
  'withheld',
]);
/** The same over SIP: RFC 3323 asks for `sip:anonymous@anonymous.invalid`, and gateways write it with hosts of their own. */
const WITHHELD_SIP = /^sips?:(?:anonymous|restricted|unavailable|unknown)(?:@|$)/i;

/**
 * Reads a provider's From or To. Possible numbers count, valid or not: real records hold numbers that no plan lists.
 * Source: Twilio Voice, "From" of blocked callers; ITU-T E.164 (at most 15 digits).
 */
export function readAddress(text: string | null | undefined): Address | null {
  const heard = text?.trim().slice(0, 256);
  if (!heard) return null;
  if (WITHHELD.has(heard.toLowerCase()) || WITHHELD_SIP.test(heard)) return { number: null, heard: 'anonymous' };
  const parsed = heard.startsWith('+') ? parsePhoneNumberFromString(heard) : undefined;
  if (parsed?.isPossible()) return { number: parsed.number, heard };
  const looksLikeE164 = /^\+[1-9]\d{6,14}$/.test(heard);
  return { number: looksLikeE164 ? heard : null, heard };
}
