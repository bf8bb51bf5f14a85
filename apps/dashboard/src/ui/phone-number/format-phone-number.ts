import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An E.164 number in national form where the viewer shares its calling code, else in international form. */
export function formatPhoneNumber(number: string, viewerCountry: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.countryCallingCode === callingCodeOf(viewerCountry) ? parsed.formatNational() : parsed.formatInternational();
}

function callingCodeOf(country: string): string | null {
  return isSupportedCountry(country) ? getCountryCallingCode(country satisfies CountryCode) : null;
}
