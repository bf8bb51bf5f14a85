import type { Tenancy } from '../open-tenancy.ts';
import { TenantRefused } from '../tenant-refused.ts';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { TenantSchedule } from './tenant-schedule.ts';
import type { TenantTask } from './tenant-task.ts';
import type { WorkerLog } from './worker-log.ts';

/** A job that ended as failed for good; `tenant` enters the organisation its payload names. */
export interface EndedJob {
  tenant<T>(work: (db: TenantDb) => Promise<T>): Promise<T>;
  readonly orgId: string;
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
  readonly error: unknown;
}

export interface TenantWorkerOptions<Outside> {
  /** The worker's log-in, without a pooler: the queue listens for notifications. */
  readonly connectionString: string;
  readonly tenancy: Pick<Tenancy, 'inTenant' | 'lookup'>;
  readonly tasks: readonly TenantTask<Outside>[];
  readonly schedules?: readonly TenantSchedule[];
  readonly outside: Outside;
  readonly log: WorkerLog;
  /** Whether no further attempt could mend an error. */
  isPermanent(error: unknown): boolean;
  /** Whether an error's message is ours and holds no values, so that it may be kept beside the job. */
  isOurs(error: unknown): boolean;
  /** Writes what its organisation should know. If it fails, that is logged and the job ends all the same. */
  onPermanentFailure(ended: EndedJob): Promise<void>;
  readonly concurrency?: number;
  readonly pollIntervalMs?: number;
  /** The longest a job may take. */
  readonly jobLimitMs?: number;
  /** How long running jobs may go on after `stop`; then they are given back. */
  readonly graceMs?: number;
  /** After this long without a heartbeat a worker counts as lost, and its jobs are given back. */
  readonly silentAfterMs?: number;
  /** A job that took this many workers with it is set aside. */
  readonly mostCrashes?: number;
}

/** The options with every default filled in. */
export type WorkerSettings<Outside> = Required<TenantWorkerOptions<Outside>>;

export function workerSettings<Outside>(options: TenantWorkerOptions<Outside>): WorkerSettings<Outside> {
  return {
    schedules: [],
    concurrency: 4,
    pollIntervalMs: 2000,
    jobLimitMs: 20 * 60_000,
    graceMs: 8000,
    silentAfterMs: 9000,
    mostCrashes: 3,
    ...options,
    isPermanent: (error) => (error instanceof TenantRefused && error.code === 'TN003') || options.isPermanent(error),
  };
}
