import { PermanentFailure, type RecordingFailureReason, RECORDING_FAILURE_REASONS, storeRecordingJob } from '@ringfence/domain/recordings';
import { readSoundFacts, type Storage } from '@ringfence/storage';
import type { TenantDb } from '@ringfence/tenancy';
import { tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { type ClaimedRecording, claimRecording } from './claim-recording.ts';
import { completeRecording, type StoredSound } from './complete-recording.ts';
import { failRecording } from './fail-recording.ts';
import { LEASE_RENEWAL_MS, type Lease } from './lease.ts';
import type { FailedAttempt } from './note-failed-attempt.ts';
import { objectKey } from './object-key.ts';
import { releaseRecording } from './release-recording.ts';
import { renewLease } from './renew-lease.ts';

type InTenant = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;

const MAX_BYTES = 1024 ** 3;

/** Copies one recording from its provider to storage. Running it twice is harmless: only the newest lease can finish it, under a key of its own. */
export const storeRecording = tenantTask<typeof storeRecordingJob, JobsOutside>(storeRecordingJob, async ({ tenant, payload, outside, orgId, job, workerId }) => {
  const claimed = await tenant((db) => claimRecording(db, payload, workerId));
  if (!claimed) return { stored: 0 };
  const { lease } = claimed;
  const key = objectKey(orgId, lease);
  try {
    const sound = await whileRenewing(tenant, lease, () => fetchSound(outside, claimed, key));
    const isStored = await tenant((db) => completeRecording(db, lease, sound));
    if (!isStored) await outside.storage.remove(key);
    return { stored: isStored ? 1 : 0, bytes: isStored ? sound.sizeBytes : 0 };
  } catch (error) {
    await outside.storage.remove(key);
    const isOver = error instanceof PermanentFailure || job.isLastAttempt;
    const attempt = describeAttempt(error);
    await tenant((db) => (isOver ? failRecording(db, lease, attempt) : releaseRecording(db, lease, attempt)));
    if (!isOver) throw error;
    return { failed: 1 };
  }
});

async function fetchSound(outside: JobsOutside, claimed: ClaimedRecording, key: string): Promise<StoredSound> {
  const { stream } = await outside.recordingSource.open({
    provider: claimed.provider,
    url: claimed.sourceUrl,
    reference: claimed.reference,
    accountId: claimed.accountId,
    secret: outside.sealing.open(claimed.secretSealed),
    fetchKey: claimed.fetchKeySealed && outside.sealing.open(claimed.fetchKeySealed),
  });
  const stored = await outside.storage.put(key, stream, { maxBytes: MAX_BYTES });
  return { ...stored, ...(await readFacts(outside.storage, key)) };
}

async function readFacts(storage: Storage, key: string): Promise<Pick<StoredSound, 'durationMs' | 'channels' | 'contentType'>> {
  const { durationMs, channels, contentType } = await readSoundFacts(storage, key);
  return { durationMs, channels, contentType };
}

/** Holds the lease while the slow world works. A lease that is lost, or can't be renewed, is left to the guards of the verbs. */
async function whileRenewing<T>(tenant: InTenant, lease: Lease, work: () => Promise<T>): Promise<T> {
  let renewal = Promise.resolve(true);
  const timer = setInterval(() => {
    renewal = renewal.then(() => tenant((db) => renewLease(db, lease))).catch(() => false);
  }, LEASE_RENEWAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}

/** What may be kept and shown: our own words where the failure is one of ours, else only that something broke. */
function describeAttempt(error: unknown): FailedAttempt {
  if (error instanceof Error && 'reason' in error && isReason(error.reason)) return { reason: error.reason, message: error.message };
  return { reason: 'internal', message: 'Something on our side failed.' };
}

function isReason(reason: unknown): reason is RecordingFailureReason {
  return RECORDING_FAILURE_REASONS.some((known) => known === reason);
}
