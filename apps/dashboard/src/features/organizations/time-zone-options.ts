/** The time zones that this browser knows, and `also` if it isn't one of them. */
export function timeZoneOptions(also: string): { readonly value: string; readonly label: string }[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), also]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
