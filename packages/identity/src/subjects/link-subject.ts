import { Conflict, InvalidInput, NotFound } from '@ringfence/domain';
import type { IdentityDatabase } from '@ringfence/db';
import { accounts, subjects, users } from '@ringfence/db/schema';
import { and, eq, isNull, notExists } from 'drizzle-orm';
import { z } from 'zod';
import { organizationIdsOf } from '../embedded/memberships.ts';
import { isSubject } from './is-subject.ts';
import type { Subject } from './subject.ts';
import { type Transaction, whileHeld } from './while-held.ts';

type Database = IdentityDatabase['database'];

const Email = z.email().max(254).toLowerCase().nullable();

export interface SubjectLink extends Subject {
  readonly userId: string;
  /** The subject's address, where whoever links vouches for it. */
  readonly email: string | null;
}

/**
 * Makes a subject of an outside issuer one with a user: the next token of that subject is theirs. A subject that came by earlier and
 * belongs nowhere yet is moved. @throws NotFound without such a user; Conflict where the subject belongs somewhere as somebody else.
 */
export function linkSubject(database: Database, { userId, issuer, subject, email: told }: SubjectLink): Promise<void> {
  const { success, data: email } = Email.safeParse(told);
  if (!success) throw new InvalidInput('email', 'must be an e-mail address');
  return whileHeld(database, { issuer, subject }, async (transaction) => {
    const [user] = await transaction.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!user) throw new NotFound('user');
    const [known] = await transaction.select({ userId: subjects.userId }).from(subjects).where(isSubject({ issuer, subject }));
    if (known && known.userId !== userId && (await organizationIdsOf(transaction, known.userId)).length > 0) {
      throw new Conflict('This subject is somebody else already, who belongs to an organisation. End that membership first.');
    }
    await transaction
      .insert(subjects)
      .values({ issuer, subject, userId, email })
      .onConflictDoUpdate({ target: [subjects.issuer, subjects.subject], set: { userId, ...(email === null ? {} : { email }) } });
    if (known && known.userId !== userId) await removeUnlessNeeded(transaction, known.userId);
  });
}

/** A user that was made for a subject at first sight, and has no other way in. */
async function removeUnlessNeeded(transaction: Transaction, userId: string): Promise<void> {
  const ways = [
    transaction.select().from(subjects).where(eq(subjects.userId, userId)),
    transaction.select().from(accounts).where(eq(accounts.userId, userId)),
  ];
  await transaction.delete(users).where(and(eq(users.id, userId), isNull(users.email), ...ways.map((way) => notExists(way))));
}
