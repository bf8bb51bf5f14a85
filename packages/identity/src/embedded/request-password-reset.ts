import { createHash, randomBytes } from 'node:crypto';
import type { IdentityDatabase } from '@ringfence/db';
import type { Mail } from '@ringfence/domain/mail';
import type { RequestPasswordReset } from '@ringfence/domain/session';
import { sql } from 'drizzle-orm';

const TOKEN_BYTES = 32;

/**
 * Makes a link that sets another password: good once, for an hour, the newest alone. Gives the mail, or null for an address that nobody
 * has; the statement is the same. better-auth, which takes the link back, keeps its hash as `verification.storeIdentifier` says.
 */
export async function requestPasswordReset(
  database: IdentityDatabase['database'],
  publicUrl: string,
  { email }: RequestPasswordReset,
): Promise<Mail | null> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const identifier = createHash('sha256').update(`reset-password:${token}`).digest('base64url');
  const made = await database.execute(sql`
    with person as (select id::text as id from identity.users where email = ${email}),
    older as (delete from identity.verifications where value in (select id from person))
    insert into identity.verifications (identifier, value, expires_at)
    select ${identifier}, id, now() + interval '1 hour' from person
    returning value`);
  if (made.length === 0) return null;
  const link = `${publicUrl}/reset-password?token=${token}`;
  return {
    to: email,
    subject: 'Set another password',
    text: `Somebody asked for another password for this address. Within an hour, and once: ${link}\n\nIf that was not you, do nothing: the password stays as it is.`,
    link,
  };
}
