import type { IdentityDatabase } from '@ringfence/db';
import type { Mail } from '@ringfence/domain/mail';
import type { SignUp } from '@ringfence/domain/session';
import { sql } from 'drizzle-orm';
import type { Auth } from './create-auth.ts';

/**
 * Makes a user with a password, or leaves the one who has the address already as they are. One statement and one mail either way, and
 * no session: whoever asks can't tell the two apart. better-auth's own sign-up runs other statements for an address that is known.
 */
export async function signUp(
  database: IdentityDatabase['database'],
  auth: Pick<Auth, '$context'>,
  publicUrl: string,
  { name, email, password }: SignUp,
): Promise<Mail> {
  const context = await auth.$context;
  const hash = await context.password.hash(password);
  const made = await database.execute(sql`
    with made as (
      insert into identity.users (name, email) values (${name}, ${email}) on conflict do nothing returning id)
    insert into identity.accounts (user_id, account_id, provider_id, password)
    select id, id::text, 'credential', ${hash} from made
    returning user_id`);
  return made.length > 0 ? welcome(publicUrl, email) : known(publicUrl, email);
}

function welcome(publicUrl: string, to: string): Mail {
  const link = `${publicUrl}/sign-in`;
  return {
    to,
    subject: 'Your Ringfence account',
    text: `An account for this address was made. Sign in at ${link}\n\nIf that was not you, reset the password on that page: the account is then yours alone.`,
    link,
  };
}

function known(publicUrl: string, to: string): Mail {
  const link = `${publicUrl}/forgot-password`;
  return {
    to,
    subject: 'You have a Ringfence account already',
    text: `Somebody signed up with this address, which has an account already. Nothing was changed. If you forgot your password, set another: ${link}`,
    link,
  };
}
