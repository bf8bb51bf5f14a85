import type { Auth } from './create-auth.ts';

/** All of better-auth that is reachable; sign-up, e-mail change, account deletion and the rest of its routes are not. */
export const AUTH_ROUTES = [
  { method: 'POST', path: '/auth/sign-in/email' },
  { method: 'POST', path: '/auth/sign-out' },
  { method: 'POST', path: '/auth/change-password' },
  { method: 'GET', path: '/auth/get-session' },
  { method: 'GET', path: '/auth/token' },
  { method: 'GET', path: '/auth/jwks' },
] as const;

/** Answers one of `AUTH_ROUTES`. An origin other than our own, `null` included, is refused whatever the request. */
export async function handleAuthRequest(auth: Pick<Auth, 'handler'>, publicUrl: string, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!AUTH_ROUTES.some(({ method, path }) => method === request.method && path === pathname)) {
    return Response.json({ code: 'NOT_FOUND', message: 'There is no such page.' }, { status: 404 });
  }
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(publicUrl).origin) {
    return Response.json(
      { code: 'INVALID_ORIGIN', message: `Open Ringfence at ${publicUrl}: this page has another address.` },
      { status: 403 },
    );
  }
  return auth.handler(request);
}
