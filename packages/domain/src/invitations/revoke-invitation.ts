import { z } from 'zod';

/** Takes an invitation back before it is accepted. */
export const RevokeInvitation = z.strictObject({ id: z.uuid() });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;
