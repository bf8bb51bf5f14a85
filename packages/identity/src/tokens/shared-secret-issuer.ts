import type { OutsideIssuerOptions } from './outside-issuer.ts';
import { proveToken } from './prove-token.ts';
import { readClaims } from './read-claims.ts';
import { signInOutside } from './sign-in-outside.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { idIn } from './id-in.ts';

/** How it stands in lists: its tokens may name any issuer, or none. */
const NAME = 'RINGFENCE_JWT_SECRET';

/**
 * An outside issuer that signs with a secret we share (HS256, Supabase's way), and names our users by their ids. It judges what no
 * issuer of another name does; `exp` is required, `aud` and `iss` are free.
 */
export function sharedSecretIssuer(secret: string, { userIdOf, takeLegacy }: Omit<OutsideIssuerOptions, 'keys'>): TokenIssuer {
  const key = new TextEncoder().encode(secret);
  return {
    judges: () => true,
    async verify(token) {
      const claims = readClaims(await proveToken(token, { algorithm: 'HS256', key, claims: {} }));
      const { email, name } = claims;
      const subject = idIn(claims.subject);
      const userId = await userIdOf({ issuer: NAME, subject, email, name, userId: subject });
      return signInOutside({ issuer: NAME, userId }, claims, takeLegacy);
    },
  };
}
