import { SignInFailure, type SignInFailureReason } from './sign-in-failure.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Where people prove who they are: the one place that has a cookie. */
export interface IdentityProvider {
  /** @throws SignInFailure */
  signIn(credentials: Credentials): Promise<void>;
  signOut(): Promise<void>;
  /** A fresh bearer token for the cookie's session, or null if there is none. Rejects when the server can't be reached. */
  fetchToken(): Promise<string | null>;
}

/** The provider that the server mounts at /auth. */
export const embeddedProvider: IdentityProvider = {
  async signIn(credentials) {
    const response = await post('/auth/sign-in/email', { ...credentials }).catch((cause: unknown) => {
      throw new SignInFailure('unreachable', { cause });
    });
    if (!response.ok) throw new SignInFailure(reasonOf(response.status));
  },
  async signOut() {
    const response = await post('/auth/sign-out', {});
    if (!response.ok && response.status !== 401) throw new Error(`Signing out answered ${response.status}.`);
  },
  async fetchToken() {
    const response = await fetch('/auth/token', { headers: { accept: 'application/json' }, cache: 'no-store' });
    if (response.status === 401 || response.status === 403) return null;
    if (!response.ok) throw new Error(`The token could not be fetched (${response.status}).`);
    const answer: unknown = await response.json();
    return isTokenAnswer(answer) ? answer.token : null;
  },
};

function post(path: string, body: object): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

function reasonOf(status: number): SignInFailureReason {
  if (status === 429) return 'too-many';
  if (status === 403) return 'refused';
  return status >= 500 ? 'unreachable' : 'no-match';
}

function isTokenAnswer(answer: unknown): answer is { token: string } {
  return typeof answer === 'object' && answer !== null && 'token' in answer && typeof answer.token === 'string';
}
