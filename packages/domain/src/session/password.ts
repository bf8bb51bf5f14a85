import { z } from 'zod';

/** Characters of a password. */
export const PASSWORD_LENGTHS = { shortest: 8, longest: 128 } as const;

/** A password that is to be; one that is tried may have been made under other rules. */
export const NewPassword = z.string().min(PASSWORD_LENGTHS.shortest).max(PASSWORD_LENGTHS.longest);
export const TriedPassword = z.string().max(PASSWORD_LENGTHS.longest);
