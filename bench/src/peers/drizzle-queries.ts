import { calls } from '@ringfence/db/schema';
import { and, desc, eq } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { type CallQueries, PAGE } from './call-queries.ts';
import { LISTED_COLUMNS } from './listed-columns.ts';

/** Whatever reads and writes by Drizzle: a database, a transaction, the kernel's client. */
export type DrizzleClient = Pick<PgDatabase<PgQueryResultHKT>, 'select' | 'insert' | 'update'>;

/** Ordinary Drizzle, built at each call, as one writes it. */
export function drizzleQueries(db: DrizzleClient): CallQueries {
  const newest = [desc(calls.startedAt), desc(calls.id)];
  return {
    list: (orgId) =>
      db
        .select(LISTED_COLUMNS)
        .from(calls)
        .where(eq(calls.orgId, orgId))
        .orderBy(...newest)
        .limit(PAGE)
        .execute(),
    detail: (orgId, id) =>
      db
        .select(LISTED_COLUMNS)
        .from(calls)
        .where(and(eq(calls.orgId, orgId), eq(calls.id, id)))
        .execute(),
    search: (orgId, partyNumber) =>
      db
        .select(LISTED_COLUMNS)
        .from(calls)
        .where(and(eq(calls.orgId, orgId), eq(calls.partyNumber, partyNumber)))
        .orderBy(desc(calls.startedAt))
        .limit(PAGE)
        .execute(),
    insert: (call) => db.insert(calls).values(call).returning({ id: calls.id }).execute(),
    update: (orgId, id, agentName) =>
      db
        .update(calls)
        .set({ agentName })
        .where(and(eq(calls.orgId, orgId), eq(calls.id, id)))
        .returning({ id: calls.id })
        .execute(),
  };
}
