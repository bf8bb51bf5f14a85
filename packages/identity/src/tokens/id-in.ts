import { z } from 'zod';
import { TokenRefused } from './token-refused.ts';

const UserId = z.uuid().toLowerCase();

/** Our user's id that a subject is, where the issuer names our users by their ids. @throws TokenRefused for one that is no id. */
export function idIn(subject: string): string {
  const { success, data } = UserId.safeParse(subject);
  if (!success) throw new TokenRefused();
  return data;
}
