import { formatPhoneNumber } from './format-phone-number.ts';

/** One side of a call: its number (E.164), or null and the address as it was heard. */
export interface Party {
  readonly number: string | null;
  readonly address: string | null;
}

/** The number as the viewer writes it; else the SIP user, the extension, "Withheld"; null when nothing was told. */
export function formatParty({ number, address }: Party, viewerCountry: string): string | null {
  if (number) return formatPhoneNumber(number, viewerCountry);
  if (!address) return null;
  if (address === 'anonymous') return 'Withheld';
  return address.replace(/^sips?:/i, '');
}
