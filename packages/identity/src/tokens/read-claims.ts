import { z } from 'zod';
import type { SignedIn } from './signed-in.ts';
import { TokenRefused } from './token-refused.ts';

/** What is read of a proven token; `user_metadata`, which users may edit, never is. */
const Claims = z.object({
  sub: z.uuid(),
  exp: z.number(),
  app_metadata: z.object({ org_id: z.uuid().nullish() }).nullish(),
});

/** @throws TokenRefused for a subject or organisation that is no id of ours. */
export function readClaims(payload: unknown): Omit<SignedIn, 'sessionId'> {
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw new TokenRefused();
  const { sub, exp, app_metadata: metadata } = claims.data;
  return { actor: { kind: 'user', id: sub }, userId: sub, orgId: metadata?.org_id ?? null, expiresAt: new Date(exp * 1000) };
}
