import { z } from 'zod';
import { NewPassword } from './password.ts';

/** A new password for whoever has the link from the mail. */
export const ResetPassword = z.strictObject({ token: z.string().min(1).max(200), newPassword: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;
