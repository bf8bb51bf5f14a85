import { proveToken } from './prove-token.ts';
import { readClaims } from './read-claims.ts';
import { signInOutside, type TakeLegacyClaim } from './sign-in-outside.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { userIdOf } from './user-id-of.ts';

/** How it stands in lists: its tokens may name any issuer, or none. */
const NAME = 'RINGFENCE_JWT_SECRET';

/**
 * An outside issuer that signs with a secret we share (HS256, Supabase's way), and names our users by their ids. It judges what no
 * issuer of another name does; `exp` is required, `aud` and `iss` are free.
 */
export function sharedSecretIssuer(secret: string, takeLegacy: TakeLegacyClaim): TokenIssuer {
  const key = new TextEncoder().encode(secret);
  return {
    judges: () => true,
    async verify(token) {
      const claims = readClaims(await proveToken(token, { algorithm: 'HS256', key, claims: {} }));
      return signInOutside({ issuer: NAME, userId: userIdOf(claims.subject) }, claims, takeLegacy);
    },
  };
}
