import { NotFound } from '@ringfence/domain';
import type { GetCall } from '@ringfence/domain/calls';
import { callLogs, calls, connections, providerEvents, recordings, transcriptSegments } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, sql } from 'drizzle-orm';
import { selectCalls } from './select-calls.ts';

/** One call with all that is known of it. @throws NotFound if this organisation has no such call. */
export async function getCall(db: TenantReader, { id }: GetCall) {
  const [call] = await selectCalls(db, 1, eq(calls.id, id));
  if (!call) throw new NotFound('call');
  return {
    ...call,
    ...(await findDetails(db, id)),
    legs: await listLegs(db, id),
    events: await listEvents(db, id),
    transcript: await listSegments(db, id),
    recordings: await listRecordings(db, id),
  };
}

async function findDetails(db: TenantReader, id: string) {
  const [details] = await db
    .select({ summary: calls.summary, endedReason: calls.endedReason, costMicros: calls.costMicros, provider: connections.provider })
    .from(calls)
    .innerJoin(connections, and(eq(connections.orgId, calls.orgId), eq(connections.id, calls.connectionId)))
    .where(and(eq(calls.orgId, db.orgId), eq(calls.id, id)));
  if (!details) throw new NotFound('call');
  return details;
}

function listLegs(db: TenantReader, callId: string) {
  return db
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
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.callId, callId)))
    .orderBy(asc(callLogs.startedAt), asc(callLogs.id));
}

function listEvents(db: TenantReader, callId: string) {
  const at = sql`coalesce(${providerEvents.occurredAt}, ${providerEvents.receivedAt})`;
  return db
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
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.callId, callId)))
    .orderBy(at, asc(providerEvents.id));
}

function listSegments(db: TenantReader, callId: string) {
  return db
    .select({
      id: transcriptSegments.id,
      speaker: transcriptSegments.speaker,
      startMs: transcriptSegments.startMs,
      endMs: transcriptSegments.endMs,
      text: transcriptSegments.text,
    })
    .from(transcriptSegments)
    .where(and(eq(transcriptSegments.orgId, db.orgId), eq(transcriptSegments.callId, callId)))
    .orderBy(asc(transcriptSegments.startMs), asc(transcriptSegments.position));
}

function listRecordings(db: TenantReader, callId: string) {
  return db
    .select({
      id: recordings.id,
      status: recordings.status,
      durationMs: recordings.durationMs,
      sizeBytes: recordings.sizeBytes,
      channels: recordings.channels,
      attempts: recordings.attempts,
      failureReason: recordings.failureReason,
      lastError: recordings.lastError,
    })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.callId, callId)))
    .orderBy(asc(recordings.createdAt), asc(recordings.id));
}
