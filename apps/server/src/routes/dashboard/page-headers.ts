/** The page's policy: its own scripts and styles, pictures as data, sound from here; nothing inline but styles, no frame, no other host. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

/** Headers of the dashboard's files. Names of assets hold a hash of their content, so they never change. */
export function pageHeaders(path: string): Record<string, string> {
  const isHashed = path.includes('/assets/');
  return {
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
  };
}
