import { recordings } from '@ringfence/db/schema';
import { storeRecording } from '@ringfence/platform/recordings';
import { readPeaks, readSoundFacts, type SoundFacts } from '@ringfence/storage';
import type { TenantDb } from '@ringfence/tenancy';
import { JobPostponed } from '@ringfence/tenancy/worker';
import { and, eq, inArray } from 'drizzle-orm';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { DemoDoors } from './demo-doors.ts';
import { demoRecordingSource } from './demo-recording-source.ts';
import { inLanes } from './in-lanes.ts';

const LANES = 2;
const LOOK_AGAIN_MS = 1_000;
/** Longer than the lease that a killed start may have left behind. */
const MOST_LOOKS = 30;
const JOB = { kind: 'job', id: 'demo' } as const;

/**
 * Does the jobs of an organisation's recordings that wait, with the worker's own handler and sound of our own making.
 * The queued jobs find them done. A worker that runs meanwhile would ask the real providers: it must start later.
 */
export async function storeRecordings(
  { worker, storage, sealing }: DemoDoors,
  { slug }: DemoOrganization,
  orgId: string,
  calls: readonly DemoCall[],
): Promise<void> {
  function tenant<T>(work: (db: TenantDb) => Promise<T>): Promise<T> {
    return worker.inTenant({ orgId, actor: JOB }, work);
  }
  const waiting = await tenant((db) =>
    db
      .select({ id: recordings.id })
      .from(recordings)
      .where(and(eq(recordings.orgId, orgId), inArray(recordings.status, ['pending', 'processing']))),
  );
  const outside = {
    storage,
    sealing,
    recordingSource: demoRecordingSource(slug, calls),
    providerLists: { list: () => Readable.from([]) },
    readSoundFacts: (key: string) => readSoundFacts(storage, key),
    readPeaks: (key: string, facts: SoundFacts) => readPeaks(storage, key, facts),
  };
  const context = {
    orgId,
    tenant,
    outside,
    job: { id: JOB.id, attempt: 1, isLastAttempt: false },
    workerId: JOB.id,
    signal: new AbortController().signal,
  };
  await inLanes(LANES, waiting, async ({ id }) => {
    const handle = storeRecording.accept({ recordingId: id });
    await onceFree(async () => {
      await handle?.(context);
    });
  });
}

/** Tries again while somebody holds the recording: a start that was killed in the middle holds it for a while yet. */
async function onceFree(work: () => Promise<void>): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof JobPostponed) || looks === MOST_LOOKS) throw error;
      await wait(LOOK_AGAIN_MS);
    }
  }
}
