import type { SignedIn } from './signed-in.ts';

/** One of those whose tokens are taken. Each knows its algorithm and its keys; a token can't choose either. */
export interface TokenIssuer {
  /** Whether a token whose `iss` says this (not proven yet) is this issuer's to judge. */
  judges(issuer: string | undefined): boolean;
  /** @throws TokenRefused; Unavailable when its keys can't be read just now. */
  verify(token: string): Promise<SignedIn>;
}
