import type { IdentityDatabase } from '@ringfence/db';
import { subjects, users } from '@ringfence/db/schema';
import { isSubject } from './is-subject.ts';
import type { ToldPerson } from './told-person.ts';
import { type Transaction, whileHeld } from './while-held.ts';

type Database = IdentityDatabase['database'];

/**
 * Our id for a subject whose token was proven. One that was never seen becomes a user at once, without any membership, so that
 * `session.me` and an invitation work for it; its issuer's own sign-up bounds how many there are. An address that the issuer proved is
 * kept beside it, and never joins it to somebody who has that address here.
 */
export async function findOrMakeUser(database: Database, person: ToldPerson): Promise<string> {
  const known = await find(database, person);
  if (!known) return whileHeld(database, person, (transaction) => findAgainOrMake(transaction, person));
  if (person.email !== null && person.email !== known.email) {
    await database.update(subjects).set({ email: person.email }).where(isSubject(person));
  }
  return known.userId;
}

async function find(database: Database | Transaction, person: ToldPerson) {
  const [known] = await database.select({ userId: subjects.userId, email: subjects.email }).from(subjects).where(isSubject(person));
  return known;
}

async function findAgainOrMake(transaction: Transaction, person: ToldPerson): Promise<string> {
  const { issuer, subject, email, name, userId } = person;
  const known = await find(transaction, person);
  if (known) return known.userId;
  const [made] = await transaction
    .insert(users)
    .values({ name: name ?? email ?? subject, ...(userId === undefined ? {} : { id: userId }) })
    .onConflictDoNothing()
    .returning({ id: users.id });
  const id = userId ?? made?.id;
  if (id === undefined) throw new Error('an inserted user was not returned');
  await transaction.insert(subjects).values({ issuer, subject, email, userId: id });
  return id;
}
