import type { IdentityDatabase } from '@ringfence/db';
import { subjects } from '@ringfence/db/schema';
import { findUser, type User } from '../embedded/find-user.ts';
import { isSubject } from './is-subject.ts';
import type { Subject } from './subject.ts';

/** Who a subject of an outside issuer is here, or null for one that was never seen nor linked. */
export async function findUserBySubject(database: IdentityDatabase['database'], subject: Subject): Promise<User | null> {
  const [found] = await database.select({ userId: subjects.userId }).from(subjects).where(isSubject(subject));
  return found ? findUser(database, found.userId) : null;
}
