import type { TranscriptSegment } from '@ringfence/domain/transcripts';
import { transcriptSegments, transcriptWords } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import type { ReceivedLeg } from './receive-leg.ts';

/** Keeps what was said on a leg, and the words by which a search finds it. A later report of the same leg replaces it whole. */
export async function receiveTranscript(db: TenantDb, leg: ReceivedLeg, segments: readonly TranscriptSegment[]): Promise<void> {
  const { callLogId } = leg;
  await Promise.all([
    db.delete(transcriptSegments).where(and(eq(transcriptSegments.orgId, db.orgId), eq(transcriptSegments.callLogId, callLogId))),
    db.delete(transcriptWords).where(and(eq(transcriptWords.orgId, db.orgId), eq(transcriptWords.callLogId, callLogId))),
  ]);
  if (segments.length === 0) return;
  const text = segments.map((segment) => segment.text).join(' ');
  await Promise.all([
    db.insert(transcriptSegments).values(segments.map((segment, position) => ({ ...segment, ...leg, position, orgId: db.orgId }))),
    db.insert(transcriptWords).values({ orgId: db.orgId, callLogId, words: sql`public.word_keys(${db.orgId}, ${text})` }),
  ]);
}
