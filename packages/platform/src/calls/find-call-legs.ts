import { callLogs, connections } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, asc, eq } from 'drizzle-orm';

/** The legs of a call, in the order in which they began. */
export const findCallLegs = compile((query, given: Given<{ callId: string }>) =>
  query
    .select({
      id: callLogs.id,
      provider: connections.provider,
      reference: callLogs.reference,
      direction: callLogs.direction,
      status: callLogs.status,
      fromNumber: callLogs.fromNumber,
      toNumber: callLogs.toNumber,
      fromAddress: callLogs.fromAddress,
      toAddress: callLogs.toAddress,
      startedAt: callLogs.startedAt,
      answeredAt: callLogs.answeredAt,
      endedAt: callLogs.endedAt,
      talkSeconds: callLogs.talkSeconds,
      agentName: callLogs.agentName,
    })
    .from(callLogs)
    .innerJoin(connections, and(eq(connections.orgId, callLogs.orgId), eq(connections.id, callLogs.connectionId)))
    .where(and(eq(callLogs.orgId, given('orgId')), eq(callLogs.callId, given('callId'))))
    .orderBy(asc(callLogs.startedAt), asc(callLogs.id)),
);
