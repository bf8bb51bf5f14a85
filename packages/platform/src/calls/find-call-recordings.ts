import { recordings } from '@ringfence/db/schema';
import { compile, type Given } from '@ringfence/tenancy';
import { and, asc, eq } from 'drizzle-orm';
import { nextAttemptAt } from '../recordings/next-attempt-at.ts';

/** The recordings of a call, the oldest first. */
export const findCallRecordings = compile((query, given: Given<{ callId: string }>) =>
  query
    .select({
      id: recordings.id,
      status: recordings.status,
      durationMs: recordings.durationMs,
      sizeBytes: recordings.sizeBytes,
      channels: recordings.channels,
      attempts: recordings.attempts,
      failureReason: recordings.failureReason,
      lastError: recordings.lastError,
      isPlayable: recordings.isPlayable,
      deletesAt: recordings.deletesAt,
      nextAttemptAt: nextAttemptAt(),
    })
    .from(recordings)
    .where(and(eq(recordings.orgId, given('orgId')), eq(recordings.callId, given('callId'))))
    .orderBy(asc(recordings.createdAt), asc(recordings.id)),
);
