import type { PeekedToken } from './peek-token.ts';
import type { SignedIn } from './signed-in.ts';

export interface Verified {
  readonly signedIn: SignedIn;
  /** Whether the same token, for a short while, may be taken without another look. */
  readonly mayBeKept: boolean;
}

/** One of those whose tokens are taken. Each knows its algorithm and its keys; a token can't choose either. */
export interface TokenIssuer {
  /** Whether a token whose `iss` says this (not proven yet) is this issuer's to judge. */
  judges(issuer: string | undefined): boolean;
  /** @throws TokenRefused; Unavailable when its keys, or who its subject is, can't be read just now. */
  verify(token: string, peeked: PeekedToken): Promise<Verified>;
}
