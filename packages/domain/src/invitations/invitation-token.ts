import { z } from 'zod';

/** What stands in an invitation's link: 32 random bytes in base64url. What hasn't that form is like an invitation that isn't there. */
export const InvitationToken = z.strictObject({ token: z.string().max(200) });
export type InvitationToken = z.infer<typeof InvitationToken>;
