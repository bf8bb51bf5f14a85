import { z } from 'zod';

/** An address as it is kept and compared: trimmed, in small letters. */
export const EmailAddress = z.string().max(300).trim().toLowerCase().pipe(z.email().max(254));
