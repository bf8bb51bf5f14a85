import { calls, connections, leads } from '@ringfence/db/schema';
import type { Builders } from '@ringfence/tenancy';
import { and, desc, eq, type Placeholder, type SQL } from 'drizzle-orm';
import { CALL_COLUMNS } from './call-columns.ts';

/** Calls of one organisation, newest first, each with its lead by number. The organisation stands on both sides of each join. */
export function selectCalls(
  query: Pick<Builders, 'select'>,
  orgId: string | Placeholder,
  limit: number | Placeholder,
  ...filters: (SQL | undefined)[]
) {
  return query
    .select(CALL_COLUMNS)
    .from(calls)
    .innerJoin(connections, and(eq(connections.orgId, calls.orgId), eq(connections.id, calls.connectionId)))
    .leftJoin(leads, and(eq(leads.orgId, calls.orgId), eq(leads.phone, calls.partyNumber)))
    .where(and(eq(calls.orgId, orgId), ...filters))
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(limit);
}

export type CallItem = Awaited<ReturnType<typeof selectCalls>>[number];
