import { isFailure } from '@ringfence/domain';
import { ListFailed } from '@ringfence/domain/connections';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { openRingfenceTenancy } from '@ringfence/db';
import { createSealing } from '@ringfence/identity/sealing';
import { type Attempt, createTrail, type Trail } from '@ringfence/platform/across-tenants';
import { schedules, tasks } from '@ringfence/platform/jobs';
import { openStorage, readPeaks, readSoundFacts } from '@ringfence/storage';
import { createRecordingSource, DownloadFailed } from '@ringfence/telephony/fetch';
import { createProviderLists } from '@ringfence/telephony/lists';
import { runTenantWorker, type TenantWorker, type WorkerLog } from '@ringfence/tenancy/worker';
import { tellFailedJob } from './tell-failed-job.ts';

export type { TenantWorker } from '@ringfence/tenancy/worker';

export interface WorkerOptions {
  /** The worker's log-in. */
  readonly databaseUrl: string;
  /** The same without a pooler, where there is one. */
  readonly directDatabaseUrl?: string;
  /** The log-in that may ask whose an id is, once a job failed for good; without it nobody but the job's own organisation is told. */
  readonly serviceDatabaseUrl?: string | undefined;
  readonly secretKey: Buffer;
  readonly previousSecretKey?: Buffer | undefined;
  readonly storageUrl: string;
  /** `host[:port]`s beside the providers' own from which sound may be fetched. */
  readonly recordingHosts?: readonly string[];
  /** Stands in for the API of every provider: RINGFENCE_PROVIDER_URL. */
  readonly providerUrl?: string | undefined;
  readonly log: WorkerLog;
  readonly concurrency?: number;
}

const CONCURRENCY = 4;

/** Runs every job of the product until it is stopped. Any number of workers may run at once. */
export async function startWorker({
  databaseUrl,
  directDatabaseUrl,
  secretKey,
  previousSecretKey,
  log,
  ...options
}: WorkerOptions): Promise<TenantWorker> {
  const concurrency = options.concurrency ?? CONCURRENCY;
  const storage = openStorage(options.storageUrl);
  const recordingSource = createRecordingSource({ extraHosts: options.recordingHosts ?? [] });
  const providerLists = createProviderLists({ baseUrl: options.providerUrl });
  const tenancy = openRingfenceTenancy({
    connectionString: databaseUrl,
    secretKey,
    applicationName: 'ringfence-worker',
    maxConnections: 2 * concurrency,
  });
  let worker: TenantWorker | undefined;
  const onNoted = ({ orgId, procedure, how }: Attempt) => {
    log.warn({ orgId, job: procedure }, 'a job reached for another organisation');
    worker?.count({ job: procedure, outcome: 'crossing', reason: how });
  };
  const trail = options.serviceDatabaseUrl === undefined ? null : openTrail(options.serviceDatabaseUrl, secretKey, { log, onNoted });
  async function close(): Promise<void> {
    await Promise.all([tenancy.close(), recordingSource.close(), providerLists.close(), trail?.close()]);
  }
  try {
    const running = await runTenantWorker({
      connectionString: directDatabaseUrl ?? databaseUrl,
      tenancy,
      tasks,
      schedules,
      outside: {
        storage,
        recordingSource,
        providerLists,
        readSoundFacts: (key) => readSoundFacts(storage, key),
        readPeaks: (key, facts) => readPeaks(storage, key, facts),
        sealing: createSealing(secretKey, previousSecretKey),
      },
      concurrency,
      log,
      isPermanent,
      isOurs: (error) => isFailure(error) || isToldFailure(error),
      onPermanentFailure: (ended) => tellFailedJob(ended, trail),
    });
    worker = running;
    return {
      count: running.count,
      get workerId() {
        return running.workerId;
      },
      async stop() {
        await running.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One connection, opened when the first job names what isn't there. */
function openTrail(
  connectionString: string,
  secretKey: Buffer,
  { log, onNoted }: { readonly log: WorkerLog; onNoted(attempt: Attempt): void },
): Pick<Trail, 'note' | 'close'> {
  const service = openRingfenceTenancy({ connectionString, secretKey, applicationName: 'ringfence-trail', maxConnections: 1 });
  const trail = createTrail({
    service,
    onNoted,
    onError: (err) => log.error({ err }, 'attempts to cross could not be noted'),
  });
  return {
    note: trail.note,
    async close() {
      await trail.close();
      await service.close();
    },
  };
}

/** Failures of the world outside, whose messages are ours. */
function isToldFailure(error: unknown): boolean {
  return error instanceof PermanentFailure || error instanceof DownloadFailed || error instanceof ListFailed;
}

/** What isn't there, isn't allowed or can't be read stays so; the other failures may pass. */
function isPermanent(error: unknown): boolean {
  if (error instanceof PermanentFailure) return true;
  return isFailure(error) && ['not-found', 'forbidden', 'invalid-input'].includes(error.kind);
}
