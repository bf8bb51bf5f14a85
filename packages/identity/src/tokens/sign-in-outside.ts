import type { Claims } from './read-claims.ts';
import type { Verified } from './token-issuer.ts';

export interface LegacyClaim {
  readonly issuer: string;
  readonly userId: string;
  readonly orgId: string;
}

/** Whether an organisation that stands in `user_metadata` counts: for its members alone, and noted. */
export type TakeLegacyClaim = (claim: LegacyClaim) => Promise<boolean>;

interface Outsider {
  readonly issuer: string;
  readonly userId: string;
}

/** Who comes with an outside issuer's token, and where to: `app_metadata.org_id`, and only where that is missing what `takeLegacy` admits. */
export async function signInOutside({ issuer, userId }: Outsider, claims: Claims, takeLegacy: TakeLegacyClaim): Promise<Verified> {
  const { orgId, legacyOrgId, expiresAt } = claims;
  const person = { actor: { kind: 'user', id: userId }, userId, sessionId: null, expiresAt } as const;
  if (orgId !== null || legacyOrgId === null) return { signedIn: { ...person, orgId }, mayBeKept: true };
  const isTaken = await takeLegacy({ issuer, userId, orgId: legacyOrgId });
  return { signedIn: { ...person, orgId: isTaken ? legacyOrgId : null }, mayBeKept: false };
}
