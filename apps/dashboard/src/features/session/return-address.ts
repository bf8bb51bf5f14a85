const START = '/calls';

/** Where to go after signing in: a path of this very page's server, or else the calls. */
export function returnAddress(from: string | undefined, origin: string): string {
  if (!from?.startsWith('/')) return START;
  const parsed = URL.canParse(from, origin) ? new URL(from, origin) : null;
  if (!parsed || parsed.origin !== origin || parsed.pathname.startsWith('//') || parsed.pathname === '/sign-in') return START;
  return parsed.pathname + parsed.search + parsed.hash;
}
