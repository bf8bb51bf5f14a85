import { calls, connections, leads } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { CALL_COLUMNS } from './call-columns.ts';

/** A call as lists show it, with what only its page shows. */
export const findCall = compile((query, given: Given<{ callId: string }>) =>
  query
    .select({
      ...CALL_COLUMNS,
      summary: calls.summary,
      endedReason: calls.endedReason,
      costMicros: calls.costMicros,
      provider: connections.provider,
    })
    .from(calls)
    .innerJoin(connections, and(eq(connections.orgId, calls.orgId), eq(connections.id, calls.connectionId)))
    .leftJoin(leads, and(eq(leads.orgId, calls.orgId), eq(leads.phone, calls.partyNumber)))
    .where(and(eq(calls.orgId, given('orgId')), eq(calls.id, given('callId')))),
);
