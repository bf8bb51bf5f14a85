import type { IdentityDatabase } from '@ringfence/db';
import { sql } from 'drizzle-orm';
import type { Subject } from './subject.ts';

type Database = IdentityDatabase['database'];
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Runs `work` in a transaction in which nobody else decides who this subject is. */
export function whileHeld<T>(database: Database, { issuer, subject }: Subject, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([issuer, subject])}, 0))`);
    return work(transaction);
  });
}
