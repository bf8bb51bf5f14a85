import { setTimeout as pause } from 'node:timers/promises';
import { ORGANIZATIONS } from '../chaos-amounts.ts';
import { type Spread, spreadOf } from '../spread-of.ts';
import { keepTelling } from '../system/keep-telling.ts';
import { openLines } from '../system/open-lines.ts';
import { reconcile } from '../system/reconcile.ts';
import type { Restart } from '../system/start-chaos-database.ts';
import { settleQueue } from '../system/settle-queue.ts';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import { type Stock, takeStock } from '../system/take-stock.ts';
import { until } from '../system/until.ts';

export interface RestartResult extends Stock {
  readonly restarts: number;
  /** What Postgres itself needs of the times below. */
  readonly postgresBack: Spread;
  /** From the moment Postgres is told to end to the first callback that is told of and acknowledged anew. */
  readonly backToCallbacks: Spread;
  /** The same to the first job that a worker takes. */
  readonly backToJobs: Spread;
}

const TOLD_PER_SECOND = 20;
/** Between two restarts, work as usual. */
const CALM_MS = 2_000;

/** Restarts Postgres while callbacks come and recordings are stored: every other time as after a power cut. */
export async function restartPostgres(system: ChaosSystem, { restarts }: { restarts: number }): Promise<RestartResult> {
  const lines = await openLines(system, ORGANIZATIONS);
  const orgIds = lines.map(({ orgId }) => orgId);
  let [isOver, lastToldAt] = [false, 0];
  const telling = keepTelling(system, lines, {
    perSecond: TOLD_PER_SECOND,
    // Those that hang keep nobody from trying anew.
    atOnce: 500,
    wantsMore: () => !isOver,
    onTold: (toldAt) => (lastToldAt = Math.max(lastToldAt, toldAt.getTime())),
  });
  const away: Restart[] = [];
  const callbacksMs: number[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    await pause(CALM_MS);
    const gone = await system.database.restart(restart % 2 === 0 ? 'crash' : 'stop');
    away.push(gone);
    await until('a callback is acknowledged again', () => lastToldAt > gone.goneAt);
    callbacksMs.push(Date.now() - gone.toldAt);
  }
  await pause(CALM_MS);
  isOver = true;
  const told = await telling;
  await settleQueue(system, lines);
  await reconcile(system, orgIds);
  const taken = (await system.watch.queueEvents(orgIds)).filter(({ kind }) => kind === 'taken').map(({ at }) => at.getTime());
  const jobsMs = away.map(({ toldAt, goneAt }) => (taken.find((at) => at > goneAt) ?? Infinity) - toldAt);
  return {
    restarts,
    postgresBack: spreadOf(away.map(({ toldAt, backAt }) => backAt - toldAt)),
    backToCallbacks: spreadOf(callbacksMs),
    backToJobs: spreadOf(jobsMs),
    ...(await takeStock(system, lines, told)),
  };
}
