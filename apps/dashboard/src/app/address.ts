/** The search part of an address as plain words: `?search=2125550148` stays a text, and is written as it is read. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The other way; what is undefined or empty is left out. */
export function writeAddress(search: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') words.set(key, value);
  }
  return words.size > 0 ? `?${words.toString()}` : '';
}
