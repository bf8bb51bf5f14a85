const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Whether a browser came by another name of this very machine than PUBLIC_URL's (`localhost` for `127.0.0.1`). Signing in would be
 * refused there, since its origin is another.
 */
export function isOtherLoopback(host: string, publicUrl: string): boolean {
  const ours = new URL(publicUrl).host;
  return host !== ours && LOOPBACK.test(host) && LOOPBACK.test(ours) && portOf(host) === portOf(ours);
}

function portOf(host: string): string {
  return /:(\d+)$/.exec(host)?.[1] ?? '80';
}
