import type { IdentityDatabase } from '@ringfence/db';
import { users } from '@ringfence/db/schema';
import { eq, type SQL } from 'drizzle-orm';

type Database = IdentityDatabase['database'];

export interface User {
  readonly id: string;
  /** Null where an outside issuer told no proven address. */
  readonly email: string | null;
  readonly name: string;
}

/** A user by id, or null. */
export function findUser(database: Database, userId: string): Promise<User | null> {
  return findOne(database, eq(users.id, userId));
}

/** A user by e-mail address, capitals aside, or null. */
export function findUserByEmail(database: Database, email: string): Promise<User | null> {
  return findOne(database, eq(users.email, email.trim().toLowerCase()));
}

async function findOne(database: Database, condition: SQL): Promise<User | null> {
  const [found] = await database.select({ id: users.id, email: users.email, name: users.name }).from(users).where(condition);
  return found ?? null;
}
