import type { Body } from './read-body.ts';

const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?ringfence\.session_token=([^;]+)/;

/** Whose account a request tries, before anybody looked whether there is one: the address as typed, or the session. */
export function accountOf(path: string, body: Body | null, headers: Headers): string | null {
  if (path === '/auth/change-password') return SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1] ?? null;
  const email = body?.['email'];
  return typeof email === 'string' ? email.trim().toLowerCase() : null;
}
