import {
  judgeAttempt,
  PermanentFailure,
  type Peaks,
  SignInRefused,
  type StoreRecording,
  storeRecordingJob,
} from '@ringfence/domain/recordings';
import { type JobContext, JobPostponed, tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { type ClaimedRecording, claimRecording } from './claim-recording.ts';
import { completeRecording, type StoredSound } from './complete-recording.ts';
import { describeAttempt } from './describe-attempt.ts';
import { failRecording } from './fail-recording.ts';
import { objectKey } from './object-key.ts';
import { pauseDownloads } from './pause-downloads.ts';
import { releaseRecording } from './release-recording.ts';
import { whileRenewing } from './while-renewing.ts';

type Context = JobContext<StoreRecording, JobsOutside>;

const MAX_BYTES = 1024 ** 3;
/** How often a job looks whether its connection was mended, at the least: a new secret queues it anew at once. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** Past the end of a lease that another holds. */
const MARGIN_MS = 500;

/**
 * Copies one recording from its provider to storage. Running it twice is harmless: only the newest lease can finish it, under
 * a key of its own. An object is removed only while no commit could have named it.
 */
export const storeRecording = tenantTask<typeof storeRecordingJob, JobsOutside>(storeRecordingJob, async (context) => {
  const { tenant, payload, outside, orgId, workerId, job } = context;
  const claim = await tenant((db) => claimRecording(db, payload, { workerId, jobId: job.id }));
  if (claim.kind === 'settled') return { stored: 0 };
  if (claim.kind === 'held') throw new JobPostponed(claim.forMs + MARGIN_MS);
  if (claim.kind === 'paused') throw new JobPostponed(LOOK_AGAIN_MS * (1 + Math.random()));
  const key = objectKey(orgId, claim.lease);
  const fetched = await whileRenewing(tenant, claim.lease, (lost) => fetchSound(context, claim, { key, lost }));
  if ('failure' in fetched) return endAttempt(context, claim, fetched.failure);
  const isStored = await tenant((db) => completeRecording(db, claim.lease, fetched.sound, fetched.peaks));
  if (isStored) return { stored: 1, bytes: fetched.sound.sizeBytes };
  await outside.storage.remove(key);
  return { stored: 0 };
});

type Fetched = { readonly sound: StoredSound; readonly peaks: Peaks | null } | { readonly failure: unknown };

/** Brings the sound whole into storage and measures it there, or gives what came between. */
async function fetchSound(
  { outside, signal }: Context,
  claim: ClaimedRecording,
  { key, lost }: { key: string; lost: AbortSignal },
): Promise<Fetched> {
  try {
    const source = {
      provider: claim.provider,
      url: claim.sourceUrl,
      reference: claim.reference,
      accountId: claim.accountId,
      secret: outside.sealing.open(claim.secretSealed),
      fetchKey: claim.fetchKeySealed && outside.sealing.open(claim.fetchKeySealed),
    };
    const { stream } = await outside.recordingSource.open(source, AbortSignal.any([signal, lost]));
    const stored = await outside.storage.put(key, stream, { maxBytes: MAX_BYTES });
    const facts = await outside.readSoundFacts(key);
    return { sound: { ...stored, ...facts }, peaks: await outside.readPeaks(key, facts) };
  } catch (failure) {
    await removeUnnamed(outside, key);
    return { failure };
  }
}

/** What storage won't let go of now, the reconciliation finds: no row names it. */
async function removeUnnamed({ storage }: Pick<JobsOutside, 'storage'>, key: string): Promise<void> {
  try {
    await storage.remove(key);
  } catch {
    return;
  }
}

/** Ends an attempt that brought nothing: for good where no other would, else the queue tries again, or waits for the connection. */
async function endAttempt({ tenant, job }: Context, claim: ClaimedRecording, failure: unknown): Promise<{ failed: number }> {
  const attempt = describeAttempt(failure);
  const verdict = judgeAttempt({
    reason: attempt.reason,
    isPermanent: failure instanceof PermanentFailure,
    isSignInRefused: failure instanceof SignInRefused,
    isLast: job.isLastAttempt,
    ageMs: Date.now() - claim.toldAt.getTime(),
  });
  if (verdict.kind === 'over') {
    await tenant((db) => failRecording(db, claim.lease, { ...attempt, reason: verdict.reason }));
    return { failed: 1 };
  }
  if (verdict.kind === 'connection') {
    await tenant((db) => pauseDownloads(db, claim, attempt));
    throw new JobPostponed(0);
  }
  await tenant((db) => releaseRecording(db, claim.lease, attempt));
  throw failure;
}
