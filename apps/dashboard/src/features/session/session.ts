import type { Credentials, IdentityProvider, NewSignIn } from './identity-provider.ts';
import { type ReadToken, readToken } from './read-token.ts';

/** A token with less life than this is replaced before it's used. */
const SPARE_MS = 30_000;

export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly userId: string; readonly orgId: string | null };

/** The answer would belong to somebody else than who asked, so nothing is sent at all. */
export class SessionMoved extends Error {
  constructor() {
    super('The session has moved on.');
    this.name = 'SessionMoved';
  }
}

/**
 * Who is signed in, with the bearer token in memory alone. Another tab may sign out, in as somebody else, or switch the
 * organisation: each new token is compared with what this tab shows before it's used.
 */
export class Session {
  #state: SessionState = { kind: 'unknown' };
  #token: ReadToken | null = null;
  #fetching: Promise<ReadToken | null> | null = null;
  #restoring: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #provider: IdentityProvider;
  readonly #now: () => number;

  constructor(provider: IdentityProvider, now: () => number = Date.now) {
    this.#provider = provider;
    this.#now = now;
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Finds out silently who is signed in, once. Rejects when the server can't be reached. */
  async restore(): Promise<SessionState> {
    if (this.#state.kind !== 'unknown') return this.#state;
    this.#restoring ??= this.#restore().finally(() => {
      this.#restoring = null;
    });
    await this.#restoring;
    return this.#state;
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.#provider.signIn(credentials);
    await this.#renewed();
  }

  /** Makes a sign-in for somebody new and signs in with it; a known address with another password is refused as anywhere. */
  async signUp(person: NewSignIn): Promise<void> {
    await this.#provider.signUp(person);
    await this.signIn({ email: person.email, password: person.password });
  }

  async signOut(): Promise<void> {
    await this.#provider.signOut();
    this.#adopt(null);
  }

  /** Takes a fresh token, as after a switch of organisation. */
  async renew(): Promise<void> {
    await this.#renewed();
  }

  /** A source of tokens that are good for this user in this organisation alone. @throws SessionMoved for any other. */
  tokenFor(userId: string, orgId: string | null): (refused?: string) => Promise<string> {
    return async (refused) => {
      const token = await this.#usable(refused);
      if (!token || token.userId !== userId || token.orgId !== orgId) throw new SessionMoved();
      return token.value;
    };
  }

  async #restore(): Promise<void> {
    if (await this.#provider.hasSession()) await this.#renewed();
    else this.#adopt(null);
  }

  async #usable(refused: string | undefined): Promise<ReadToken | null> {
    const token = this.#token;
    const isFresh = token !== null && token.value !== refused && token.expiresAtMs - SPARE_MS > this.#now();
    return isFresh ? token : this.#renewed();
  }

  /** One fetch at a time, whoever asks meanwhile. */
  #renewed(): Promise<ReadToken | null> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch(): Promise<ReadToken | null> {
    const value = await this.#provider.fetchToken();
    const token = value === null ? null : readToken(value);
    this.#adopt(token);
    return token;
  }

  #adopt(token: ReadToken | null): void {
    this.#token = token;
    const next: SessionState = token ? { kind: 'signed-in', userId: token.userId, orgId: token.orgId } : { kind: 'signed-out' };
    if (isSame(this.#state, next)) return;
    this.#state = next;
    this.#listeners.forEach((notify) => notify());
  }
}

function isSame(a: SessionState, b: SessionState): boolean {
  if (a.kind !== 'signed-in' || b.kind !== 'signed-in') return a.kind === b.kind;
  return a.userId === b.userId && a.orgId === b.orgId;
}
