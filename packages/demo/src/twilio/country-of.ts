const COUNTRIES = [
  ['+44', 'GB'],
  ['+1', 'US'],
] as const;

/** The country Twilio names beside a number; blank for whatever isn't one. */
export function countryOf(address: string): string {
  return COUNTRIES.find(([prefix]) => address.startsWith(prefix))?.[1] ?? '';
}
