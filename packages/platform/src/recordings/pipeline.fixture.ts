import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { recordings } from '@ringfence/db/schema';
import type { RecordingFailureReason } from '@ringfence/domain/recordings';
import { createSealing } from '@ringfence/identity/sealing';
import { openStorage, readPeaks, readSoundFacts } from '@ringfence/storage';
import { openTenancies, testDatabase, type TestDatabase, type TestTenancies } from '@ringfence/testing/database';
import type { Caller, TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import type { JobsOutside } from '../outside/outside.ts';
import { storeRecording } from './store-recording.job.ts';

/** A download that may go better next time, as the source of recordings throws it. */
export class Failing extends Error {
  readonly reason: RecordingFailureReason;
  constructor(reason: RecordingFailureReason) {
    super('It did not work.');
    this.reason = reason;
  }
}

/** What a provider does when it is asked for a sound: gives its bytes, or throws. */
export type Answering = () => Buffer | Readable | Promise<Buffer>;

export interface JobFacts {
  readonly id?: string;
  readonly isLastAttempt?: boolean;
  readonly storage?: Partial<JobsOutside['storage']>;
}

/** The job that fetches recordings, on a database and a storage of one's own, with a provider that does what a test says. */
export interface Pipeline {
  readonly database: TestDatabase;
  readonly tenancies: TestTenancies;
  readonly storage: JobsOutside['storage'];
  /** One transaction of an organisation's own job. */
  asJob<T>(of: Pick<Caller, 'orgId'>, work: (db: TenantDb) => Promise<T>): Promise<T>;
  /** Runs the job once, as a worker would; gives its counts, or what it threw. */
  fetch(of: { orgId: string; recordingId: string }, answering: Answering, facts?: JobFacts): Promise<unknown>;
  rowOf(of: { orgId: string; recordingId: string }): Promise<typeof recordings.$inferSelect>;
  /** Names of all objects there are. */
  objects(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openPipeline(): Promise<Pipeline> {
  const database = await testDatabase();
  const tenancies = openTenancies(database);
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-pipeline-'));
  const storage = openStorage(`file:${folder}`);
  const sealing = createSealing(database.secretKey);
  const asJob: Pipeline['asJob'] = ({ orgId }, work) => tenancies.worker.inTenant({ orgId, actor: { kind: 'job', id: 'test' } }, work);
  return {
    database,
    tenancies,
    storage,
    asJob,
    async fetch({ orgId, recordingId }, answering, { id = 'job-1', isLastAttempt = false, ...facts } = {}) {
      const outside: JobsOutside = {
        sealing,
        providerLists: { async *list() {} },
        storage: { ...storage, ...facts.storage },
        readSoundFacts: (key) => readSoundFacts(storage, key),
        readPeaks: (key, found) => readPeaks(storage, key, found),
        recordingSource: {
          async open() {
            const answer = await answering();
            return {
              stream: answer instanceof Readable ? answer : Readable.from([answer], { objectMode: false }),
              contentType: null,
              sizeBytes: null,
            };
          },
        },
      };
      const handle = storeRecording.accept({ recordingId });
      if (!handle) throw new Error('the payload does not fit the job');
      const signal = new AbortController().signal;
      const job = { id, attempt: 1, isLastAttempt };
      return handle({ orgId, tenant: (work) => asJob({ orgId }, work), outside, job, workerId: `worker of ${id}`, signal }).catch(
        (error: unknown) => error,
      );
    },
    async rowOf({ orgId, recordingId }) {
      const [row] = await asJob({ orgId }, (db) => db.select().from(recordings).where(eq(recordings.id, recordingId)));
      if (!row) throw new Error('there is no such recording');
      return row;
    },
    async objects() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
    },
    async close() {
      await tenancies.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
