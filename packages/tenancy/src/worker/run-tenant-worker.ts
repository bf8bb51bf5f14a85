import { setTimeout as pause } from 'node:timers/promises';
import { describeFailure } from './describe-failure.ts';
import { giveBackForgotten } from './give-back-forgotten.ts';
import { announce, beat, retire } from './heartbeat.ts';
import { keepSchedules } from './keep-schedules.ts';
import { openQueuePool } from './open-queue-pool.ts';
import { repeat } from './repeat.ts';
import { sweepLostWorkers } from './sweep-lost-workers.ts';
import { type CountedOutcome, createTally } from './tally.ts';
import { type TenantWorkerOptions, workerSettings } from './tenant-worker-options.ts';
import { beginLife, type WorkerLife } from './worker-life.ts';

/** What settles jobs, and heartbeat, sweep and schedules, none of which may wait for long. */
const OWN_CONNECTIONS = 4;
const PAUSE_BEFORE_NEXT_LIFE_MS = 1000;
/** How often is looked whether a tick has come. */
const SCHEDULE_LOOK_MS = 2000;

export interface TenantWorker {
  /** What this worker's jobs are locked under; another one after it was found silent. */
  readonly workerId: string;
  /** Adds to what is told of how jobs ended. */
  count(outcome: CountedOutcome): void;
  /** Drains within the grace period, gives back the rest, and closes every connection. */
  stop(): Promise<void>;
}

/**
 * Works on the queue's jobs, each in the organisation that its payload names. Beats four times in `silentAfterMs` and looks six times in
 * it for workers that don't: a killed worker's jobs run again after one and a sixth of it at most.
 */
export async function runTenantWorker<Outside>(options: TenantWorkerOptions<Outside>): Promise<TenantWorker> {
  const settings = workerSettings(options);
  // The queue takes one connection per job at work, and one to listen; settling and heartbeats must never wait for those.
  const pool = openQueuePool(settings.connectionString, settings.concurrency + 2, settings.log);
  const queue = openQueuePool(settings.connectionString, OWN_CONNECTIONS, settings.log);
  const tally = createTally(queue);
  const support = { pool, queue, tally };
  const closePools = () => Promise.all([pool.end(), queue.end()]);
  const trouble = (error: unknown) => settings.log.warn(describeFailure(error, settings.isOurs).logged, 'the worker had trouble');
  const stopping = new AbortController();
  const successions: Promise<void>[] = [];

  await sweepLostWorkers(settings, support).catch(async (error: unknown) => {
    await closePools();
    throw error;
  });
  let life = begin();
  await announce(queue, life.workerId).catch(trouble);

  function begin(): WorkerLife {
    const begun = beginLife(settings, support);
    successions.push(begun.ended.then(() => succeed(begun)).catch(trouble));
    return begun;
  }

  /** Puts another life in the place of one that was silent or ended by itself. */
  async function succeed(lost: WorkerLife): Promise<void> {
    if (stopping.signal.aborted) return;
    settings.log.warn({ poolId: lost.workerId }, 'the worker begins again');
    await pause(PAUSE_BEFORE_NEXT_LIFE_MS);
    if (stopping.signal.aborted) return;
    life = begin();
    await announce(queue, life.workerId);
    await retire(queue, lost.workerId);
  }

  async function keepAlive(): Promise<void> {
    const beating = life;
    const lives = await beat(queue, beating.workerId, settings.silentAfterMs);
    if (!lives) await beating.drain(0);
    else await giveBackForgotten(queue, beating.workerId, beating.heldIds);
    await tally.write();
  }

  const heart = repeat(settings.silentAfterMs / 4, keepAlive, trouble);
  const sweep = repeat(settings.silentAfterMs / 6, () => sweepLostWorkers(settings, support), trouble);
  const schedules = repeat(SCHEDULE_LOOK_MS, keepSchedules(settings, queue, stopping.signal), trouble);
  return {
    count: tally.count,
    get workerId() {
      return life.workerId;
    },
    async stop() {
      stopping.abort();
      await Promise.all([sweep.stop(), schedules.stop()]);
      await life.drain(settings.graceMs);
      await heart.stop();
      await Promise.all(successions);
      await tally.write().catch(trouble);
      await retire(queue, life.workerId).catch(trouble);
      await closePools();
    },
  };
}
