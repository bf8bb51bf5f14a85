import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.ts';
import type { KeySet } from './key-set.ts';
import { readClaims } from './read-claims.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenRefused } from './token-refused.ts';

export const EMBEDDED_ALGORITHM = 'EdDSA';
export const EMBEDDED_AUDIENCE = 'ringfence';

/** Our own issuer. `names` are those it goes by: the current one, and during a rotation of the secret key the previous one. */
export function embeddedIssuer(names: readonly string[], keys: KeySet): TokenIssuer {
  return {
    judges: (issuer) => issuer !== undefined && names.includes(issuer),
    async verify(token) {
      const { payload } = await jwtVerify(token, (header) => keys.find(header.kid), {
        algorithms: [EMBEDDED_ALGORITHM],
        issuer: [...names],
        audience: EMBEDDED_AUDIENCE,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'iat'],
      }).catch((error: unknown) => {
        throw error instanceof errors.JOSEError ? new TokenRefused(error) : error;
      });
      return {
        ...readClaims(payload),
        sessionId: z
          .uuid()
          .nullable()
          .catch(null)
          .parse(payload['sid'] ?? null),
      };
    },
  };
}
