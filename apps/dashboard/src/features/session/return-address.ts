const START = '/calls';
/** Pages for which one is signed out: nobody wants to go back there. */
const WAYS_IN = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password'];

/** Where to go after signing in: a path of this very page's server, or else the calls. */
export function returnAddress(from: string | undefined, origin: string): string {
  if (!from?.startsWith('/')) return START;
  const parsed = URL.canParse(from, origin) ? new URL(from, origin) : null;
  if (!parsed || parsed.origin !== origin || parsed.pathname.startsWith('//') || WAYS_IN.includes(parsed.pathname)) return START;
  return parsed.pathname + parsed.search + parsed.hash;
}
