import { callLogs, providerEvents } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, asc, eq, sql } from 'drizzle-orm';

/** The provider's messages about a call's legs, in the order in which they happened. */
export const findCallEvents = compile((query, given: Given<{ callId: string }>) =>
  query
    .select({
      id: providerEvents.id,
      kind: providerEvents.kind,
      occurredAt: providerEvents.occurredAt,
      receivedAt: providerEvents.receivedAt,
    })
    .from(callLogs)
    .innerJoin(
      providerEvents,
      and(
        eq(providerEvents.orgId, callLogs.orgId),
        eq(providerEvents.connectionId, callLogs.connectionId),
        eq(providerEvents.reference, callLogs.reference),
      ),
    )
    .where(and(eq(callLogs.orgId, given('orgId')), eq(callLogs.callId, given('callId'))))
    .orderBy(sql`coalesce(${providerEvents.occurredAt}, ${providerEvents.receivedAt})`, asc(providerEvents.id)),
);
