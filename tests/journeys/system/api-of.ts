import { createRingfenceClient, type RingfenceClient } from '@ringfence/client';
import { fetchToken } from './fetch-token.ts';
import type { SignIn } from './read-sign-ins.ts';

/** The API as a sign-in sees it. */
export function apiOf(url: string, signIn: SignIn): RingfenceClient {
  return createRingfenceClient({ url, token: () => fetchToken(url, signIn) });
}
