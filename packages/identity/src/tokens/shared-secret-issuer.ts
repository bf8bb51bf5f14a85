import { jwtVerify } from 'jose';
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.ts';
import { readClaims } from './read-claims.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenRefused } from './token-refused.ts';

/** An outside issuer that signs with a secret we share (HS256, Supabase's way). `exp` is required, `aud` and `iss` are free. */
export function sharedSecretIssuer(secret: string): TokenIssuer {
  const key = new TextEncoder().encode(secret);
  return {
    judges: () => true,
    async verify(token) {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      }).catch((error: unknown) => {
        throw new TokenRefused(error);
      });
      return { ...readClaims(payload), sessionId: null };
    },
  };
}
