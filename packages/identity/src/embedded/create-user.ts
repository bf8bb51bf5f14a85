import { Conflict, InvalidInput } from '@ringfence/domain';
import type { IdentityDatabase } from '@ringfence/db';
import { accounts, users } from '@ringfence/db/schema';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Auth } from './create-auth.ts';

type Database = IdentityDatabase['database'];

const Email = z.email().max(254);
const PASSWORD_LENGTHS = { shortest: 8, longest: 128 };

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Without one the user can't sign in here: they come from an outside issuer, or get one later. */
  readonly password?: string | undefined;
}

/**
 * Makes a user with a password, or finds the one who has the address already and leaves them as they are. Two at once make one.
 * @throws InvalidInput for an address or a password that can't be.
 */
export async function createUser(database: Database, auth: Pick<Auth, '$context'>, user: NewUser): Promise<{ userId: string }> {
  const email = Email.safeParse(user.email.trim().toLowerCase());
  if (!email.success) throw new InvalidInput('email', 'must be an e-mail address');
  const password = user.password === undefined ? null : await hashPassword(auth, user.password);
  return database.transaction(async (transaction) => {
    const [made] = await transaction
      .insert(users)
      .values({ email: email.data, name: user.name })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!made) {
      const [known] = await transaction.select({ id: users.id }).from(users).where(eq(users.email, email.data));
      if (!known) throw new Conflict('The user was deleted meanwhile. Try again.');
      return { userId: known.id };
    }
    if (password !== null) {
      await transaction.insert(accounts).values({ userId: made.id, accountId: made.id, providerId: 'credential', password });
    }
    return { userId: made.id };
  });
}

async function hashPassword(auth: Pick<Auth, '$context'>, password: string): Promise<string> {
  refuseLength(password);
  const context = await auth.$context;
  return context.password.hash(password);
}

function refuseLength(password: string): void {
  const { shortest, longest } = PASSWORD_LENGTHS;
  if (password.length >= shortest && password.length <= longest) return;
  throw new InvalidInput('password', `must have ${shortest} to ${longest} characters`);
}
