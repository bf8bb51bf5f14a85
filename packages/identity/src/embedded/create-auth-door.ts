import type { IdentityDatabase } from '@ringfence/db';
import type { Mail } from '@ringfence/domain/mail';
import { RequestPasswordReset, SignUp } from '@ringfence/domain/session';
import { createAttemptCounter } from '../limits/create-attempt-counter.ts';
import { accountOf } from './account-of.ts';
import { attemptsOf } from './attempts-of.ts';
import { AUTH_ROUTES, type AuthRoute } from './auth-routes.ts';
import { type Auth, CLIENT_ADDRESS_HEADER } from './create-auth.ts';
import { type Body, readBody } from './read-body.ts';
import { refusal } from './refusal.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { signUp } from './sign-up.ts';

export interface AuthDoorOptions {
  readonly database: IdentityDatabase['database'];
  readonly auth: Pick<Auth, 'handler' | '$context'>;
  readonly publicUrl: string;
  /** Hands a mail on and returns at once: how long sending takes must not tell whether there was one. */
  readonly postMail: (mail: Mail) => void;
}

/** The door of `/auth/*`: answers `AUTH_ROUTES` alone, to our own origin, with bodies that hold what they should, so many a minute. */
export function createAuthDoor({ database, auth, publicUrl, postMail }: AuthDoorOptions): (request: Request) => Promise<Response> {
  const counter = createAttemptCounter(database);
  const ourOrigin = new URL(publicUrl).origin;

  async function answer({ path }: AuthRoute, request: Request, body: Body | null): Promise<Response> {
    if (path === '/auth/sign-up/email') {
      postMail(await signUp(database, auth, publicUrl, SignUp.parse(body)));
      return Response.json({ status: true });
    }
    if (path === '/auth/request-password-reset') {
      const mail = await requestPasswordReset(database, publicUrl, RequestPasswordReset.parse(body));
      if (mail) postMail(mail);
      return Response.json({ status: true });
    }
    const { method, url, headers } = request;
    return auth.handler(new Request(url, { method, headers, body: body === null ? null : JSON.stringify(body) }));
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const route = AUTH_ROUTES.find(({ method, path }) => method === request.method && path === pathname);
    if (!route) return refusal(404, 'NOT_FOUND', 'There is no such page.');
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== ourOrigin) {
      return refusal(403, 'INVALID_ORIGIN', `Open Ringfence at ${publicUrl}: this page has another address.`);
    }
    const body = route.body ? await readBody(route.body, request) : null;
    if (body instanceof Response) return body;
    const { path } = route;
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
    const attempts = attemptsOf({ path, address, account: accountOf(path, body, request.headers) });
    const wait = attempts.length === 0 ? null : await counter.count(attempts);
    if (wait !== null) {
      return refusal(429, 'TOO_MANY_REQUESTS', `Too many attempts. Try again in ${wait} s.`, { headers: { 'retry-after': `${wait}` } });
    }
    const response = await answer(route, request, body);
    const [ofAccount] = attempts;
    if (path === '/auth/sign-in/email' && response.ok && ofAccount) await counter.forgive(ofAccount.key);
    return response;
  };
}
