import { createRingfenceClient, type RingfenceClient } from '@ringfence/client';
import { fetchToken } from './fetch-token.ts';
import type { SignIn } from './read-sign-ins.ts';

/** The API as a sign-in sees it. It signs in once, and again when the token is refused: sign-ins are costly, and limited. */
export function apiOf(url: string, signIn: SignIn): RingfenceClient {
  let token: Promise<string> | undefined;
  return createRingfenceClient({
    url,
    token(refused) {
      if (refused !== undefined) token = undefined;
      token ??= fetchToken(url, signIn);
      return token;
    },
  });
}
