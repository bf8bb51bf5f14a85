import { NotFound } from '@ringfence/domain';
import type { FindRecording } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { beginAnew } from './begin-anew.ts';

/**
 * Puts one failed recording back in the queue, keeping its count of attempts.
 * @throws NotFound if this organisation has no failed recording of that id.
 */
export async function retryRecording(db: TenantDb, { recordingId }: FindRecording): Promise<{ recordingId: string }> {
  const begun = await beginAnew(db, { which: eq(recordings.id, recordingId), rounds: 0 });
  if (begun === 0) throw new NotFound('failed recording');
  await writeAudit(db, { action: 'recording.retry', target: recordingId });
  return { recordingId };
}
