import { EventEmitter } from 'node:events';
import { type JobHelpers, runTaskList, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { createAdmissions } from './admissions.ts';
import { countedFlags, fairSlots } from './fair-slots.ts';
import { gatherCompletions } from './gather-completions.ts';
import { heldJobs } from './held-jobs.ts';
import { lockedJob } from './locked-job.ts';
import { quietLogger } from './quiet-logger.ts';
import { runJob } from './run-job.ts';
import type { Tally } from './tally.ts';
import type { TenantTask } from './tenant-task.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/**
 * The queue removes a finished job by its id alone, whoever holds it by then; ours asks for the lock. So the queue is left with an id that
 * no job has, and does its removals, which find nothing, for many at once.
 */
const NOBODYS = '0';
const REMOVAL_DELAY_MS = 100;

/** One pool of the queue, under one id. A pool that was silent for too long isn't used again: another life takes its place. */
export interface WorkerLife {
  readonly workerId: string;
  /** The queue's numbers of the jobs that run or are being settled. */
  readonly heldIds: ReadonlySet<string>;
  /** Resolves when the pool has ended, whoever ended it and however. */
  readonly ended: Promise<void>;
  /** Takes no further job; what runs may go on for `graceMs`, then it is given back. */
  drain(graceMs: number): Promise<void>;
}

/** `pool` serves the queue's own statements, `queue` ours. */
export interface LifeSupport {
  readonly pool: Pool;
  readonly queue: Pool;
  readonly tally: Tally;
}

/** Begins to take jobs. */
export function beginLife<Outside>(settings: WorkerSettings<Outside>, support: LifeSupport): WorkerLife {
  const stopping = new AbortController();
  const jobSupport = { ...support, admissions: createAdmissions(), complete: gatherCompletions(support.queue) };
  const held = heldJobs();
  let isTaking = true;
  const slots = fairSlots(settings.concurrency, () => {
    if (isTaking) workerPool.nudge(1);
  });
  const handlerOf =
    (task: TenantTask<Outside>) =>
    async (_payload: unknown, { job }: JobHelpers): Promise<void> => {
      const { id, flags } = job;
      held.begin(id);
      try {
        const { finished } = await runJob(settings, jobSupport, task, lockedJob(job), stopping.signal);
        held.endAfter(id, finished);
        job.id = NOBODYS;
      } catch (error) {
        held.end(id);
        throw error;
      } finally {
        slots.leave(countedFlags(flags));
      }
    };
  const taskList: TaskList = Object.fromEntries(settings.tasks.map((task) => [task.name, handlerOf(task)]));
  refuseDoubles(settings.tasks.map((task) => task.name));
  const events = new EventEmitter();
  events.on('job:start', ({ job }: Pick<JobHelpers, 'job'>) => slots.endLook(countedFlags(job.flags)));
  for (const nothing of ['worker:getJob:empty', 'worker:getJob:error']) events.on(nothing, () => slots.endLook([]));
  const workerPool = runTaskList(
    {
      noHandleSignals: true,
      concurrency: settings.concurrency,
      pollInterval: settings.pollIntervalMs,
      gracefulShutdownAbortTimeout: settings.graceMs,
      logger: quietLogger(settings.log),
      events,
      forbiddenFlags: slots.beginLook,
      // Unbatched, the queue leaves its last statement of a job unawaited, and a lost database would end the process.
      preset: { worker: { completeJobBatchDelay: REMOVAL_DELAY_MS, failJobBatchDelay: 0 } },
    },
    taskList,
    support.pool,
  );
  // One signal for all jobs: a combined one for each would be kept for as long as the pool is.
  workerPool.abortSignal.addEventListener('abort', () => stopping.abort());
  const ended = Promise.race([workerPool.promise.then(noted, noted), whenEmpty(events)]).then(() => {
    isTaking = false;
  });
  return {
    workerId: workerPool.id,
    heldIds: held.ids,
    ended,
    async drain(graceMs) {
      isTaking = false;
      const timer = setTimeout(() => stopping.abort(), graceMs);
      try {
        Promise.resolve(workerPool.gracefulShutdown()).catch(noted);
        await ended;
        await held.settled();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * Resolves when no slot of the pool works any more. Its own promise waits for what it keeps to be removed at once, and graphile-worker 0.18
 * waits for ever where one such removal failed and another didn't; all of those jobs we have settled ourselves.
 */
function whenEmpty(events: EventEmitter): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const end of ['gracefulShutdown:complete', 'forcefulShutdown:complete', 'forcefulShutdown:error']) {
    events.once(`pool:${end}`, () => resolve());
  }
  return promise;
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double) throw new TypeError(`two tasks have the name ${double}`);
}

/** How a pool ended was told by the queue's log already. */
function noted(): void {}
