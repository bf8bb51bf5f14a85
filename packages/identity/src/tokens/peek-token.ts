import { z } from 'zod';
import { TokenRefused } from './token-refused.ts';

/** What a token says of itself: believed for nothing but choosing who judges it, and by which of their keys. */
export interface PeekedToken {
  readonly algorithm: string;
  readonly keyId: string | undefined;
  readonly issuer: string | undefined;
}

const LONGEST_TOKEN = 8_192;
/** Headers by which a token would bring its own key, hold another token, or ask for rules we don't know (RFC 7515, 7516, 7797). */
const FOREIGN_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'cty', 'enc', 'zip', 'epk'];

/** A token for something else says so in its type (RFC 8725, 3.11). */
const Header = z.object({
  alg: z.string(),
  kid: z.string().max(255).optional(),
  typ: z
    .string()
    .regex(/^(?:application\/)?(?:at\+)?jwt$/i)
    .optional(),
});
const Payload = z.object({ iss: z.string().max(255).optional() });

/**
 * Reads header and issuer of a compact JWS, in the one spelling that it has: base64url without padding or stray bits, and UTF-8.
 * @throws TokenRefused
 */
export function peekToken(token: string): PeekedToken {
  const parts = token.length <= LONGEST_TOKEN ? token.split('.') : [];
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || !signature || !parts.every(isCanonical)) throw new TokenRefused();
  try {
    const told = objectIn(header);
    if (FOREIGN_HEADERS.some((name) => name in told)) throw new TokenRefused();
    const { alg, kid } = Header.parse(told);
    return { algorithm: alg, keyId: kid, issuer: Payload.parse(objectIn(payload)).iss };
  } catch (error) {
    throw error instanceof TokenRefused ? error : new TokenRefused(error);
  }
}

function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function objectIn(part: string): object {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part, 'base64url')));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TokenRefused();
  return value;
}
