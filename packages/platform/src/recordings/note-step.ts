import type { RecordingStepKind } from '@ringfence/domain/recordings';
import { recordingHistory } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import type { FailedAttempt } from './note-failed-attempt.ts';

export interface RecordingStep extends Partial<FailedAttempt> {
  readonly recordingId: string;
  readonly kind: RecordingStepKind;
  readonly attempt: number;
}

/** Adds to a recording's history, with the transaction that did it. */
export async function noteStep(db: TenantDb, step: RecordingStep): Promise<void> {
  await db.insert(recordingHistory).values({ ...step, orgId: db.orgId });
}
