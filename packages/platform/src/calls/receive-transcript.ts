import type { TranscriptSegment } from '@ringfence/domain/transcripts';
import { transcriptSegments, transcriptWords } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import type { ReceivedLeg } from './receive-leg.ts';

/** Keeps what was said on a leg, and the words by which a search finds it. A later report of the same leg replaces it whole. */
export async function receiveTranscript(db: TenantDb, leg: ReceivedLeg, segments: readonly TranscriptSegment[]): Promise<void> {
  await db.delete(transcriptSegments).where(and(eq(transcriptSegments.orgId, db.orgId), eq(transcriptSegments.callLogId, leg.callLogId)));
  await keepWords(db, leg, segments.map(({ text }) => text).join(' '));
  if (segments.length === 0) return;
  await db.insert(transcriptSegments).values(segments.map((segment, position) => ({ ...segment, ...leg, position, orgId: db.orgId })));
}

async function keepWords(db: TenantDb, { callLogId: id }: ReceivedLeg, text: string): Promise<void> {
  const words = sql`public.word_keys(${db.orgId}, ${text})`;
  await db
    .insert(transcriptWords)
    .values({ orgId: db.orgId, id, words })
    .onConflictDoUpdate({ target: [transcriptWords.orgId, transcriptWords.id], set: { words: sql`excluded.words` } });
}
