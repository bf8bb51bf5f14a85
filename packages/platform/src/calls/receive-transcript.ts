import type { TranscriptSegment } from '@ringfence/domain/transcripts';
import { transcriptSegments } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import type { ReceivedLeg } from './receive-leg.ts';

/** Keeps what was said on a leg. A later report of the same leg replaces it whole. */
export async function receiveTranscript(db: TenantDb, leg: ReceivedLeg, segments: readonly TranscriptSegment[]): Promise<void> {
  await db.delete(transcriptSegments).where(and(eq(transcriptSegments.orgId, db.orgId), eq(transcriptSegments.callLogId, leg.callLogId)));
  if (segments.length === 0) return;
  await db.insert(transcriptSegments).values(segments.map((segment, position) => ({ ...segment, ...leg, position, orgId: db.orgId })));
}
