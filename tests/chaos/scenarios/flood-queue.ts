import { ORGANIZATIONS } from '../chaos-amounts.ts';
import { type Spread, spreadOf } from '../spread-of.ts';
import { countWaiting } from '../system/count-waiting.ts';
import { drainQueue } from '../system/drain-queue.ts';
import { keepTelling } from '../system/keep-telling.ts';
import { openLines } from '../system/open-lines.ts';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import { type Stock, takeStock } from '../system/take-stock.ts';

export interface FloodResult extends Stock {
  readonly flood: number;
  /** How many of its jobs still waited once all had been told of. */
  readonly backlog: number;
  /** From the queueing of another organisation's job to its start, while the flood lasted. */
  readonly neighboursStart: Spread;
}

const FLOODING = { perSecond: 2_000, atOnce: 16 };
const NEIGHBOURS = { perSecond: 5, atOnce: 2 };

/** One organisation floods the queue while the others have a job now and then. */
export async function floodQueue(system: ChaosSystem, { flood }: { flood: number }): Promise<FloodResult> {
  const lines = await openLines(system, ORGANIZATIONS);
  const [flooding, neighbours] = [lines.slice(0, 1), lines.slice(1)];
  const orgIdsOf = (some: typeof lines) => some.map(({ orgId }) => orgId);
  let isOver = false;
  const telling = keepTelling(system, neighbours, { ...NEIGHBOURS, wantsMore: () => !isOver });
  const flooded = await keepTelling(system, flooding, { ...FLOODING, wantsMore: (begun) => begun < flood });
  const backlog = await countWaiting(system.database, orgIdsOf(flooding));
  await drainQueue(system.database, orgIdsOf(flooding));
  isOver = true;
  const told = await telling;
  await drainQueue(system.database, orgIdsOf(neighbours));
  const events = await system.watch.queueEvents(orgIdsOf(neighbours));
  const waits = events
    .filter(({ kind, task }) => kind === 'taken' && task === 'store-recording')
    .map(({ at, queuedAt }) => at.getTime() - queuedAt.getTime());
  return {
    flood: flooded.size,
    backlog,
    neighboursStart: spreadOf(waits),
    ...(await takeStock(system, lines, new Set([...told, ...flooded]))),
  };
}
