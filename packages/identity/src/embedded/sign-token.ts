import type { Auth } from './create-auth.ts';

export interface NewToken {
  readonly userId: string;
  readonly orgId: string | null;
  readonly ttlSeconds: number;
}

/** Signs a bearer token with the installation's own key, which is made where there is none yet. */
export async function signToken(auth: Pick<Auth, 'api'>, { userId, orgId, ttlSeconds }: NewToken): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const metadata = orgId === null ? {} : { app_metadata: { org_id: orgId } };
  const { token } = await auth.api.signJWT({ body: { payload: { sub: userId, iat: now, exp: now + ttlSeconds, ...metadata } } });
  return token;
}
