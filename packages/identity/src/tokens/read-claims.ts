import { z } from 'zod';
import { TokenRefused } from './token-refused.ts';

/** What a proven token tells. `legacyOrgId` stands where users can edit it. */
export interface Claims {
  readonly subject: string;
  readonly expiresAt: Date;
  readonly orgId: string | null;
  readonly legacyOrgId: string | null;
  /** An address that the issuer says is proven. */
  readonly email: string | null;
  readonly name: string | null;
}

const LONGEST_TEXT = 255;
/** The last second that a Date can hold with the clock's tolerance on it. */
const LAST_SECOND = 8.64e12 - 60;

/** What a database can keep as it is: no halves of characters, no NUL. */
const Text = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
const Id = z.uuid().toLowerCase();

const Told = z.object({
  sub: Text,
  exp: z.number().min(0).max(LAST_SECOND),
  app_metadata: z.object({ org_id: Id.nullish() }).nullish(),
  user_metadata: z.object({ org_id: Id }).nullable().catch(null),
  email: z.email().max(254).toLowerCase().nullable().catch(null),
  email_verified: z.literal(true).nullable().catch(null),
  name: Text.nullable().catch(null),
});

/** @throws TokenRefused for a subject that nobody can have, or an organisation in `app_metadata` that is no id. */
export function readClaims(payload: unknown): Claims {
  const { success, data } = Told.safeParse(payload);
  if (!success) throw new TokenRefused();
  return {
    subject: data.sub,
    expiresAt: new Date(data.exp * 1000),
    orgId: data.app_metadata?.org_id ?? null,
    legacyOrgId: data.user_metadata?.org_id ?? null,
    email: data.email_verified ? data.email : null,
    name: data.name,
  };
}
