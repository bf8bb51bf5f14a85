import type { RecordingFacts } from '@ringfence/domain/calls';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { queueRecording } from './queue-recording.ts';

export interface ReceivedRecording {
  readonly callId: string;
  readonly callLogId: string;
  readonly connectionId: string;
  readonly recording: RecordingFacts;
}

/** Notes a recording that the provider has ready, and enqueues its download with it. One that is known already stays as it is. */
export async function receiveRecording(db: TenantDb, { callId, callLogId, connectionId, recording }: ReceivedRecording): Promise<void> {
  const [added] = await db
    .insert(recordings)
    .values({
      orgId: db.orgId,
      callId,
      callLogId,
      connectionId,
      reference: recording.reference,
      sourceUrl: recording.url,
      accountId: recording.accountId,
      channels: recording.channels,
      durationMs: recording.durationMs,
      deletesAt: recording.deletesAt ?? null,
    })
    .onConflictDoNothing({ target: [recordings.orgId, recordings.connectionId, recordings.reference] })
    .returning({ id: recordings.id, deletesAt: recordings.deletesAt });
  if (added) await queueRecording(db, added);
}
