import { NotFound } from '@ringfence/domain';
import type { FindRecording } from '@ringfence/domain/recordings';
import { recordingPeaks, recordings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';

/** Levels from 0 to 255, a list for each channel. */
export interface DrawnSound {
  readonly channels: number[][];
  readonly bucketMs: number;
}

/**
 * How loud a stored recording is along its length; null for one that can't be drawn.
 * @throws NotFound if this organisation has no stored recording of that id.
 */
export async function getPeaks(db: TenantReader, { recordingId }: FindRecording): Promise<DrawnSound | null> {
  const [found] = await db
    .select({ bucketMs: recordingPeaks.bucketMs, channels: recordingPeaks.channels, levels: recordingPeaks.levels })
    .from(recordings)
    .leftJoin(recordingPeaks, and(eq(recordingPeaks.orgId, recordings.orgId), eq(recordingPeaks.recordingId, recordings.id)))
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId), eq(recordings.status, 'stored')));
  if (!found) throw new NotFound('recording');
  const { bucketMs, channels, levels } = found;
  if (bucketMs === null || channels === null || levels === null) return null;
  const length = levels.length / channels;
  return {
    bucketMs,
    channels: Array.from({ length: channels }, (_, channel) => [...levels.subarray(channel * length, (channel + 1) * length)]),
  };
}
