import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { SignedIn } from './signed-in.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenRefused } from './token-refused.ts';

const LONGEST_TOKEN = 8_192;
/** Headers by which a token would bring its own key, or ask for rules we don't know. */
const FOREIGN_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64'];

/** How API keys begin. No token of an issuer can: those begin with base64url of `{`. */
const API_KEY_PREFIX = 'rf_';

/** Tells who a bearer token is from. @throws TokenRefused */
export type VerifyToken = (token: string) => Promise<SignedIn>;

/** Verifies bearer tokens of a list of issuers: the first that judges a token's `iss` decides alone. API keys are `verifyApiKey`'s. */
export function createTokenVerifier(issuers: readonly TokenIssuer[], verifyApiKey: VerifyToken = refuse): VerifyToken {
  return async (token) => {
    if (token.startsWith(API_KEY_PREFIX)) return verifyApiKey(token);
    const told = readIssuer(token);
    const issuer = issuers.find((candidate) => candidate.judges(told));
    if (!issuer) throw new TokenRefused();
    return issuer.verify(token);
  };
}

/** Where nobody takes API keys. */
function refuse(): Promise<never> {
  return Promise.reject(new TokenRefused());
}

/** Who the token says it is from: believed for nothing but choosing who judges it. */
function readIssuer(token: string): string | undefined {
  if (token.length > LONGEST_TOKEN) throw new TokenRefused();
  try {
    const header = decodeProtectedHeader(token);
    if (FOREIGN_HEADERS.some((name) => name in header)) throw new TokenRefused();
    return decodeJwt(token).iss;
  } catch (error) {
    throw error instanceof TokenRefused ? error : new TokenRefused(error);
  }
}
