import { Readable } from 'node:stream';
import { recordings } from '@ringfence/db/schema';
import { objectKey } from '@ringfence/platform/recordings';
import { openStorage } from '@ringfence/storage';
import { and, eq } from 'drizzle-orm';
import type { TestPlatform } from '../platform/start-test-platform.ts';
import { silentWave } from './silent-wave.ts';

/** Leaves a recording as a worker leaves it: stored, with a second of silence. */
export async function storeTestSound(
  { storageUrl, tenancies }: Pick<TestPlatform, 'storageUrl' | 'tenancies'>,
  { orgId, recordingId }: { orgId: string; recordingId: string },
): Promise<void> {
  const key = objectKey(orgId, { recordingId, number: 1 });
  const stored = await openStorage(storageUrl).put(key, Readable.from([silentWave(1000)]), { maxBytes: 1e6 });
  await tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db
      .update(recordings)
      .set({ ...stored, status: 'stored', leaseNumber: 1, durationMs: 1000, channels: 1, contentType: 'audio/wav', failureReason: null })
      .where(and(eq(recordings.orgId, orgId), eq(recordings.id, recordingId))),
  );
}
