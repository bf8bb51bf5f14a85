import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { SignedIn } from './signed-in.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenRefused } from './token-refused.ts';

const LONGEST_TOKEN = 8_192;
/** Headers by which a token would bring its own key, or ask for rules we don't know. */
const FOREIGN_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64'];

/** Verifies bearer tokens of a list of issuers: the first that judges a token's `iss` decides alone. */
export function createTokenVerifier(issuers: readonly TokenIssuer[]): (token: string) => Promise<SignedIn> {
  return async (token) => {
    const told = readIssuer(token);
    const issuer = issuers.find((candidate) => candidate.judges(told));
    if (!issuer) throw new TokenRefused();
    return issuer.verify(token);
  };
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
