/** Where to go once one is signed in, from an address that anybody may have typed. */
export function readFrom(search: Record<string, unknown>): { from?: string | undefined } {
  return typeof search['from'] === 'string' ? { from: search['from'] } : {};
}
