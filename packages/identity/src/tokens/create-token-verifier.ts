import { peekToken } from './peek-token.ts';
import type { SignedIn } from './signed-in.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenRefused } from './token-refused.ts';
import { createVerifiedTokens, type VerifiedTokens } from './verified-tokens.ts';

/** How API keys begin. No token of an issuer can: those begin with base64url of `{`. */
const API_KEY_PREFIX = 'rf_';

/** Tells who a bearer token is from. @throws TokenRefused */
export type VerifyToken = (token: string) => Promise<SignedIn>;

export interface TokenVerifierOptions {
  /** The first that judges a token's `iss` decides alone. */
  readonly issuers: readonly TokenIssuer[];
  readonly verified?: VerifiedTokens;
  /** Judges what begins with `rf_`; asked every time, so that a revoked key is one at once. */
  readonly verifyApiKey?: VerifyToken | undefined;
}

/** Verifies bearer tokens: those of issuers once in a while, by what is remembered in between. */
export function createTokenVerifier({
  issuers,
  verified = createVerifiedTokens(),
  verifyApiKey = refuse,
}: TokenVerifierOptions): VerifyToken {
  return async (token) => {
    if (token.startsWith(API_KEY_PREFIX)) return verifyApiKey(token);
    const known = verified.find(token);
    if (known) return known;
    const peeked = peekToken(token);
    const issuer = issuers.find((candidate) => candidate.judges(peeked.issuer));
    if (!issuer) throw new TokenRefused();
    const { edition } = verified;
    const { signedIn, mayBeKept } = await issuer.verify(token, peeked);
    if (mayBeKept) verified.keep(token, signedIn, edition);
    return signedIn;
  };
}

/** Where nobody takes API keys. */
function refuse(): Promise<never> {
  return Promise.reject(new TokenRefused());
}
