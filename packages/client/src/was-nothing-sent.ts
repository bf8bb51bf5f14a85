/** What Node and undici say when no connection was made. A browser says nothing of the kind, so that there it is never certain. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
const DEEPEST_CAUSE = 4;

/** Whether a request can't have reached anybody, for certain: nobody was there to take it. */
export function wasNothingSent(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false;
  if ('code' in error && NOT_CONNECTED.some((code) => code === error.code)) return true;
  return wasNothingSent(error.cause, depth + 1);
}
