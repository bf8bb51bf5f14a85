import { PermanentFailure, type StoreRecording, storeRecordingJob } from '@ringfence/domain/recordings';
import { type JobContext, tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { type ClaimedRecording, claimRecording } from './claim-recording.ts';
import { completeRecording, type StoredSound } from './complete-recording.ts';
import { describeAttempt } from './describe-attempt.ts';
import { failRecording } from './fail-recording.ts';
import type { Lease } from './lease.ts';
import { objectKey } from './object-key.ts';
import { releaseRecording } from './release-recording.ts';
import { whileRenewing } from './while-renewing.ts';

type Context = JobContext<StoreRecording, JobsOutside>;

const MAX_BYTES = 1024 ** 3;

/**
 * Copies one recording from its provider to storage. Running it twice is harmless: only the newest lease can finish it, under
 * a key of its own. An object is removed only while no commit could have named it.
 */
export const storeRecording = tenantTask<typeof storeRecordingJob, JobsOutside>(storeRecordingJob, async (context) => {
  const { tenant, payload, outside, orgId, workerId } = context;
  const claimed = await tenant((db) => claimRecording(db, payload, workerId));
  if (!claimed) return { stored: 0 };
  const { lease } = claimed;
  const key = objectKey(orgId, lease);
  try {
    const sound = await whileRenewing(tenant, lease, () => fetchSound(context, claimed, key));
    const isStored = await tenant((db) => completeRecording(db, lease, sound));
    if (isStored) return { stored: 1, bytes: sound.sizeBytes };
    await outside.storage.remove(key);
    return { stored: 0 };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    return endAttempt(context, lease, error.cause);
  }
});

/** The sound isn't whole in storage; what was thrown is the cause. */
class FetchFailed extends Error {}

async function fetchSound({ outside, signal }: Context, claimed: ClaimedRecording, key: string): Promise<StoredSound> {
  try {
    const source = {
      provider: claimed.provider,
      url: claimed.sourceUrl,
      reference: claimed.reference,
      accountId: claimed.accountId,
      secret: outside.sealing.open(claimed.secretSealed),
      fetchKey: claimed.fetchKeySealed && outside.sealing.open(claimed.fetchKeySealed),
    };
    const { stream } = await outside.recordingSource.open(source, signal);
    const stored = await outside.storage.put(key, stream, { maxBytes: MAX_BYTES });
    return { ...stored, ...(await outside.readSoundFacts(key)) };
  } catch (error) {
    await outside.storage.remove(key);
    throw new FetchFailed('the sound could not be fetched', { cause: error });
  }
}

/** Ends an attempt that brought nothing: for good where no other would, else the queue tries again. */
async function endAttempt({ tenant, job }: Context, lease: Lease, cause: unknown): Promise<{ failed: number }> {
  const isOver = cause instanceof PermanentFailure || job.isLastAttempt;
  const attempt = describeAttempt(cause);
  await tenant((db) => (isOver ? failRecording(db, lease, attempt) : releaseRecording(db, lease, attempt)));
  if (!isOver) throw cause;
  return { failed: 1 };
}
