/** The token of a link from a mail. */
export function readTokenOf(search: Record<string, unknown>): { token?: string | undefined } {
  return typeof search['token'] === 'string' && search['token'] !== '' ? { token: search['token'] } : {};
}
