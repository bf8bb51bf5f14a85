import { AuthFailure } from './auth-failure.ts';
import { postAuth } from './post-auth.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface NewSignIn extends Credentials {
  readonly name: string;
}

/** Where people prove who they are: the one place that has a cookie. All but `fetchToken` and `hasSession` throw AuthFailure. */
export interface IdentityProvider {
  signIn(credentials: Credentials): Promise<void>;
  /** Makes a sign-in for an address, or leaves the one that it has: only a mail to the address tells which. */
  signUp(person: NewSignIn): Promise<void>;
  signOut(): Promise<void>;
  /** Whether a cookie stands for somebody: asked first, since asking for a token without one is an error. Rejects when the server can't be reached. */
  hasSession(): Promise<boolean>;
  /** A fresh bearer token for the cookie's session, or null if there is none. Rejects when the server can't be reached. */
  fetchToken(): Promise<string | null>;
}

/** The provider that the server mounts at /auth. */
export const embeddedProvider: IdentityProvider = {
  signIn: (credentials) => postAuth('/auth/sign-in/email', { ...credentials }),
  signUp: (person) => postAuth('/auth/sign-up/email', { ...person }),
  async signOut() {
    await postAuth('/auth/sign-out', {}).catch((error: unknown) => {
      const isOut = error instanceof AuthFailure && error.reason === 'no-match';
      if (!isOut) throw error;
    });
  },
  async hasSession() {
    const response = await ask('/auth/get-session');
    if (!response.ok) throw new Error(`The sign-in service could not be asked (${response.status}).`);
    return (await response.json()) !== null;
  },
  async fetchToken() {
    const response = await ask('/auth/token');
    if (response.status === 401 || response.status === 403) return null;
    if (!response.ok) throw new Error(`The token could not be fetched (${response.status}).`);
    const answer: unknown = await response.json();
    return isTokenAnswer(answer) ? answer.token : null;
  },
};

function ask(path: string): Promise<Response> {
  return fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
}

function isTokenAnswer(answer: unknown): answer is { token: string } {
  return typeof answer === 'object' && answer !== null && 'token' in answer && typeof answer.token === 'string';
}
