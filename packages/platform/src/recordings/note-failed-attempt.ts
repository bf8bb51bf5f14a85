import type { RecordingFailureReason } from '@ringfence/domain/recordings';
import { failedRecordingUploads } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import type { Lease } from './lease.ts';

export interface FailedAttempt {
  readonly reason: RecordingFailureReason;
  /** In our words: no address, number or secret. */
  readonly message: string;
}

/** Keeps one failed attempt; noting the same attempt again changes nothing. */
export async function noteFailedAttempt(db: TenantDb, lease: Lease, callLogId: string, attempt: FailedAttempt): Promise<void> {
  await db
    .insert(failedRecordingUploads)
    .values({ ...attempt, orgId: db.orgId, recordingId: lease.recordingId, callLogId, attempt: lease.attempt })
    .onConflictDoNothing();
}
