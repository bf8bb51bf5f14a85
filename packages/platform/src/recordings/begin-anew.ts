import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, type SQL } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { noteStep } from './note-step.ts';
import { queueRecording } from './queue-recording.ts';

export interface Anew {
  /** Which of this organisation's failed recordings. */
  readonly which: SQL | undefined;
  /** How often they began anew by themselves; as it was, unless said. */
  readonly rounds?: number | SQL | undefined;
}

/** Puts failed recordings back in the queue, keeping their counts of attempts; gives how many. */
export async function beginAnew(db: TenantDb, { which, rounds }: Anew): Promise<number> {
  const begun = await db
    .update(recordings)
    .set({ status: 'pending', failureReason: null, retryAt: null, rounds })
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.status, 'failed'), which))
    .returning();
  await Promise.all(
    begun.flatMap((recording) => [
      noteStep(db, { recordingId: recording.id, kind: 'retried', attempt: recording.attempts }),
      queueRecording(db, recording),
      touchCall(db, recording.callId),
    ]),
  );
  return begun.length;
}
