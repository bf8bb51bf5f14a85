import { calls } from '@ringfence/db/schema';

/** The columns that every peer reads: uuids, texts, numbers and two times. */
export const LISTED_COLUMNS = {
  id: calls.id,
  connectionId: calls.connectionId,
  direction: calls.direction,
  status: calls.status,
  fromNumber: calls.fromNumber,
  toNumber: calls.toNumber,
  partyNumber: calls.partyNumber,
  agentName: calls.agentName,
  startedAt: calls.startedAt,
  endedAt: calls.endedAt,
  ringSeconds: calls.ringSeconds,
  durationSeconds: calls.durationSeconds,
};
