import { transcriptSegments } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, asc, eq } from 'drizzle-orm';

/** What was said in a call, in order. */
export const findCallSegments = compile((query, given: Given<{ callId: string }>) =>
  query
    .select({
      id: transcriptSegments.id,
      speaker: transcriptSegments.speaker,
      startMs: transcriptSegments.startMs,
      endMs: transcriptSegments.endMs,
      text: transcriptSegments.text,
    })
    .from(transcriptSegments)
    .where(and(eq(transcriptSegments.orgId, given('orgId')), eq(transcriptSegments.callId, given('callId'))))
    .orderBy(asc(transcriptSegments.startMs), asc(transcriptSegments.position)),
);
