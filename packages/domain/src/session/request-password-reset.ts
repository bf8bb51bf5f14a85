import { z } from 'zod';
import { EmailAddress } from '../email-address.ts';

/** Asks for a mail with a link to choose a new password. */
export const RequestPasswordReset = z.strictObject({ email: EmailAddress });
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>;
