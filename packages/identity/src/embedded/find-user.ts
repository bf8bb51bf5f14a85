import type { IdentityDatabase } from '@ringfence/db';
import { subjects, users } from '@ringfence/db/schema';
import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm';

type Database = IdentityDatabase['database'];

export interface User {
  readonly id: string;
  /** What they sign in with, or what their issuer proved; null where neither is known. */
  readonly email: string | null;
  readonly name: string;
  /** The outside issuer that knows them; null for who signs in here. */
  readonly issuer: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A user by id, or null. */
export async function findUser(database: Database, userId: string): Promise<User | null> {
  const [found] = await findUsers(database, [userId]);
  return found ?? null;
}

/** Those of the users that there are, in any order; what is no user's id is passed over. */
export async function findUsers(database: Database, userIds: readonly string[]): Promise<User[]> {
  const ids = userIds.filter((id) => UUID.test(id));
  return ids.length === 0 ? [] : find(database, inArray(users.id, ids));
}

/** A user by the address they sign in with, capitals aside, or null. An address that an issuer proved finds nobody. */
export async function findUserByEmail(database: Database, email: string): Promise<User | null> {
  const [found] = await find(database, eq(users.email, email.trim().toLowerCase()));
  return found ?? null;
}

function find(database: Database, condition: SQL): Promise<User[]> {
  const outside = database
    .selectDistinctOn([subjects.userId], { userId: subjects.userId, issuer: subjects.issuer, email: subjects.email })
    .from(subjects)
    .orderBy(subjects.userId, desc(sql`${subjects.email} is not null`), subjects.createdAt)
    .as('outside');
  return database
    .select({
      id: users.id,
      email: sql<string | null>`coalesce(${users.email}, ${outside.email})`,
      name: users.name,
      issuer: sql<string | null>`case when ${users.email} is null then ${outside.issuer} end`,
    })
    .from(users)
    .leftJoin(outside, eq(outside.userId, users.id))
    .where(condition);
}
