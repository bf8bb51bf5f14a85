import { z } from 'zod';
import type { KeySet } from './key-set.ts';
import { proveToken } from './prove-token.ts';
import { readClaims } from './read-claims.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { idIn } from './id-in.ts';

export const EMBEDDED_ALGORITHM = 'EdDSA';
export const EMBEDDED_AUDIENCE = 'ringfence';

const SessionId = z.uuid().nullable().catch(null);

/** Our own issuer. `names` are those it goes by: the current one, and during a rotation of the secret key the previous one. */
export function embeddedIssuer(names: readonly string[], keys: KeySet): TokenIssuer {
  return {
    judges: (issuer) => issuer !== undefined && names.includes(issuer),
    async verify(token, peeked) {
      const proof = await keys.find(peeked);
      const payload = await proveToken(token, { ...proof, claims: { issuer: [...names], audience: EMBEDDED_AUDIENCE } });
      const { subject, orgId, expiresAt } = readClaims(payload);
      const userId = idIn(subject);
      const sessionId = SessionId.parse(payload['sid'] ?? null);
      return { signedIn: { actor: { kind: 'user', id: userId }, userId, orgId, sessionId, expiresAt }, mayBeKept: true };
    },
  };
}
