import { z } from 'zod';
import { NewPassword, TriedPassword } from './password.ts';

/** Another password, by whoever knows the one that holds. */
export const ChangePassword = z.strictObject({ currentPassword: TriedPassword.min(1), newPassword: NewPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;
