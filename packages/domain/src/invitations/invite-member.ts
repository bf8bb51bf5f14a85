import { z } from 'zod';
import { EmailAddress } from '../email-address.ts';
import { ROLES } from '../members/role.ts';

/** Asks somebody in, by their address. Nobody gives a role above their own. */
export const InviteMember = z.strictObject({ email: EmailAddress, role: z.enum(ROLES) });
export type InviteMember = z.infer<typeof InviteMember>;
