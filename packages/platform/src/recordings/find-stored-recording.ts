import { NotFound } from '@ringfence/domain';
import type { LinkRecording } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { objectKey } from './object-key.ts';

export interface StoredRecording {
  readonly id: string;
  readonly objectKey: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

/** Where a stored recording's bytes are. @throws NotFound if this organisation has no stored recording of that id. */
export async function findStoredRecording(db: TenantReader, { recordingId }: LinkRecording): Promise<StoredRecording> {
  const [found] = await db
    .select()
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId), eq(recordings.status, 'stored')));
  if (!found?.contentType || found.sizeBytes === null) throw new NotFound('recording');
  return {
    id: found.id,
    objectKey: objectKey(db.orgId, { recordingId: found.id, number: found.leaseNumber }),
    contentType: found.contentType,
    sizeBytes: found.sizeBytes,
  };
}
