import type { RecordingStatus } from '@ringfence/domain/recordings';
import { calls, connections, leads, recordings } from '@ringfence/db/schema';
import { and, eq, sql } from 'drizzle-orm';

/** What every list and page shows of a call. Needs the joins of `selectCalls`. */
export const CALL_COLUMNS = {
  id: calls.id,
  direction: calls.direction,
  status: calls.status,
  fromNumber: calls.fromNumber,
  toNumber: calls.toNumber,
  fromAddress: calls.fromAddress,
  toAddress: calls.toAddress,
  startedAt: calls.startedAt,
  answeredAt: calls.answeredAt,
  endedAt: calls.endedAt,
  ringSeconds: calls.ringSeconds,
  durationSeconds: calls.durationSeconds,
  agentName: calls.agentName,
  connectionName: connections.name,
  lead: { id: leads.id, name: leads.name },
  recordingStatus: sql<RecordingStatus | null>`(
    select ${recordings.status} from ${recordings}
    where ${and(eq(recordings.orgId, calls.orgId), eq(recordings.callId, calls.id))}
    order by ${recordings.status} = 'stored' desc, ${recordings.createdAt} desc limit 1)`,
};
