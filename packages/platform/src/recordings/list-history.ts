import { NotFound } from '@ringfence/domain';
import type { FindRecording, RecordingFailureReason, RecordingHistoryKind } from '@ringfence/domain/recordings';
import { recordingHistory, recordings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq } from 'drizzle-orm';

interface HistoryItem {
  readonly at: Date;
  readonly kind: RecordingHistoryKind;
  readonly attempt: number;
  readonly reason: RecordingFailureReason | null;
  readonly message: string | null;
}

/** What happened to a recording, from its coming on. @throws NotFound if this organisation has no such recording. */
export async function listHistory(db: TenantReader, { recordingId }: FindRecording): Promise<{ items: HistoryItem[] }> {
  const [[recording], steps] = await Promise.all([
    db
      .select({ createdAt: recordings.createdAt, storedAt: recordings.storedAt, attempts: recordings.attempts })
      .from(recordings)
      .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId))),
    db
      .select({
        at: recordingHistory.at,
        kind: recordingHistory.kind,
        attempt: recordingHistory.attempt,
        reason: recordingHistory.reason,
        message: recordingHistory.message,
      })
      .from(recordingHistory)
      .where(and(eq(recordingHistory.orgId, db.orgId), eq(recordingHistory.recordingId, recordingId)))
      .orderBy(asc(recordingHistory.at), asc(recordingHistory.id)),
  ]);
  if (!recording) throw new NotFound('recording');
  const { createdAt, storedAt, attempts } = recording;
  const nothing = { reason: null, message: null };
  return {
    items: [
      { at: createdAt, kind: 'received', attempt: 0, ...nothing },
      ...steps,
      ...(storedAt ? [{ at: storedAt, kind: 'stored' as const, attempt: attempts, ...nothing }] : []),
    ],
  };
}
