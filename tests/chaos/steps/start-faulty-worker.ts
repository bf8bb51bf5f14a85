import { isFailure } from '@ringfence/domain';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { openRingfenceTenancy } from '@ringfence/db';
import { createSealing } from '@ringfence/identity/sealing';
import { settleFailedJob } from '@ringfence/platform/jobs';
import { storeRecording } from '@ringfence/platform/recordings';
import { readPeaks, readSoundFacts } from '@ringfence/storage';
import { createRecordingSource } from '@ringfence/telephony/fetch';
import { createProviderLists } from '@ringfence/telephony/lists';
import { runTenantWorker } from '@ringfence/tenancy/worker';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import { attemptAtRecording } from './attempt-at-recording.ts';
import { faultyOutside, faultyTenancy } from './faulty-outside.ts';
import type { StepInjector } from './open-step-injector.ts';

const CONCURRENCY = 8;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** The pipeline as the worker composes it, in this process, with a way for every await to go wrong. */
export async function startFaultyWorker(
  { database, secretKey, storage, provider }: ChaosSystem,
  injector: StepInjector,
): Promise<{ stop(): Promise<void> }> {
  const tenancy = openRingfenceTenancy({
    connectionString: database.urls.worker,
    secretKey,
    applicationName: 'chaos-worker',
    maxConnections: 2 * CONCURRENCY,
  });
  const recordingSource = createRecordingSource({ extraHosts: [provider.host] });
  const providerLists = createProviderLists({ baseUrl: provider.url });
  const outside = {
    storage,
    recordingSource,
    providerLists,
    readSoundFacts: (key: string) => readSoundFacts(storage, key),
    readPeaks: (key: string, facts: Parameters<typeof readPeaks>[2]) => readPeaks(storage, key, facts),
    sealing: createSealing(secretKey),
  };
  const worker = await runTenantWorker({
    connectionString: database.urls.worker,
    tenancy: { ...tenancy, ...faultyTenancy(tenancy, injector) },
    tasks: [attemptAtRecording(storeRecording, injector)],
    outside: faultyOutside(outside, injector),
    concurrency: CONCURRENCY,
    log: SILENT,
    isPermanent: (error) => error instanceof PermanentFailure || (isFailure(error) && error.kind === 'not-found'),
    isOurs: () => false,
    onPermanentFailure: ({ tenant, jobId, task, payload }) =>
      tenant((db) => settleFailedJob(db, { jobId, task, payload, why: 'a failure of chaos' })),
  });
  return {
    async stop() {
      await worker.stop();
      await Promise.all([tenancy.close(), recordingSource.close(), providerLists.close()]);
    },
  };
}
