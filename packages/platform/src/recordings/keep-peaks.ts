import type { Peaks } from '@ringfence/domain/recordings';
import { recordingPeaks } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';

/** Keeps a recording's peaks in the place of those of an earlier storing; null: there are none. */
export async function keepPeaks(db: TenantDb, recordingId: string, peaks: Peaks | null): Promise<void> {
  await db.delete(recordingPeaks).where(and(eq(recordingPeaks.orgId, db.orgId), eq(recordingPeaks.recordingId, recordingId)));
  if (!peaks) return;
  const { bucketMs, channels } = peaks;
  await db
    .insert(recordingPeaks)
    .values({ orgId: db.orgId, recordingId, bucketMs, channels: channels.length, levels: Buffer.concat(channels) });
}
