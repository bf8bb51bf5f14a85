import { z } from 'zod';
import { EmailAddress } from '../email-address.ts';
import { NewPassword } from './password.ts';
import { PersonName } from './person-name.ts';

/** A new sign-in, of somebody who belongs to no organisation yet. */
export const SignUp = z.strictObject({ name: PersonName, email: EmailAddress, password: NewPassword });
export type SignUp = z.infer<typeof SignUp>;
