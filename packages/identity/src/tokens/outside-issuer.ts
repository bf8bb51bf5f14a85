import type { JwtIssuer } from '../settings/jwt-issuers.ts';
import type { ToldPerson } from '../subjects/told-person.ts';
import type { KeySet } from './key-set.ts';
import { proveToken } from './prove-token.ts';
import { readClaims } from './read-claims.ts';
import { signInOutside, type TakeLegacyClaim } from './sign-in-outside.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface OutsideIssuerOptions {
  readonly keys: KeySet;
  /** Our id for who this issuer calls so. */
  readonly userIdOf: (person: ToldPerson) => Promise<string>;
  readonly takeLegacy: TakeLegacyClaim;
}

/** An outside issuer with published keys. Its subjects are names that it alone gives: whatever they look like, they are no ids of ours. */
export function outsideIssuer({ issuer, audience }: Pick<JwtIssuer, 'issuer' | 'audience'>, options: OutsideIssuerOptions): TokenIssuer {
  const { keys, userIdOf, takeLegacy } = options;
  return {
    judges: (told) => told === issuer,
    async verify(token, peeked) {
      const proof = await keys.find(peeked);
      const claims = readClaims(await proveToken(token, { ...proof, claims: { issuer, audience } }));
      const { subject, email, name } = claims;
      const userId = await userIdOf({ issuer, subject, email, name });
      return signInOutside({ issuer, userId }, claims, takeLegacy);
    },
  };
}
