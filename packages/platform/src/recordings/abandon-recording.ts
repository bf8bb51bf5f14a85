import { type StoreRecording, statusesBefore } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';

const UNFINISHED = ['pending', ...statusesBefore('stored')] as const;

/** Ends a recording whose job will never run again, so that nobody waits for it; one that is stored or failed stays as it is. */
export async function abandonRecording(db: TenantDb, { recordingId }: StoreRecording): Promise<void> {
  const [abandoned] = await db
    .update(recordings)
    .set({
      status: 'failed',
      failureReason: 'internal',
      lastError: 'The job was cut short for the last time.',
      leaseUntil: null,
      leaseWorker: null,
    })
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId), inArray(recordings.status, UNFINISHED)))
    .returning({ callId: recordings.callId });
  if (abandoned) await touchCall(db, abandoned.callId);
}
