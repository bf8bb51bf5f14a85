import type { SeededRandom } from '@ringfence/testing/provider';
import { ORGANIZATIONS } from '../chaos-amounts.ts';
import { type Spread, spreadOf } from '../spread-of.ts';
import { keepTelling } from '../system/keep-telling.ts';
import { openLines } from '../system/open-lines.ts';
import { reconcile } from '../system/reconcile.ts';
import { settleQueue } from '../system/settle-queue.ts';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import type { Fleet, Killed } from '../system/start-fleet.ts';
import { type Stock, takeStock } from '../system/take-stock.ts';
import { until } from '../system/until.ts';
import { interruptions } from './interruptions.ts';

export interface KillResult extends Stock {
  readonly kills: number;
  /** Jobs that met three kills, were set aside, and were tried again. */
  readonly setAside: number;
  /** Runs that a kill cut short, each with the time from the kill to the next run of the same job. */
  readonly killToRun: Spread;
  readonly seconds: number;
}

export interface KillOptions {
  readonly jobs: number;
  readonly kills: number;
  readonly random: SeededRandom;
}

/** Sounds take their time, so that kills find jobs at work. */
const LATE_MS = 400;
const TOLD_PER_SECOND = 60;
/** The last kills come while there is work left for others. */
const KILLS_WITHIN = 0.8;

/** Kills random workers while they store recordings, spread over all jobs, and looks what became of each. */
export async function killWorkers(system: ChaosSystem, options: KillOptions): Promise<KillResult> {
  const { jobs, kills, random } = options;
  const lines = await openLines(system, ORGANIZATIONS);
  const orgIds = lines.map(({ orgId }) => orgId);
  try {
    system.provider.faults.add({ of: 'sound', how: 'late', delayMs: LATE_MS, times: Infinity });
    const startedAt = performance.now();
    const telling = keepTelling(system, lines, { perSecond: TOLD_PER_SECOND, atOnce: 8, wantsMore: (begun) => begun < jobs });
    const doneShare = async () => (await countStored(system, orgIds)) / jobs;
    const killing = killAlong(system.fleet, { kills, random, doneShare });
    const [told, killed] = await Promise.all([telling, killing]);
    const setAside = await settleQueue(system, lines);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    await reconcile(system, orgIds);
    const killToRun = interruptions(await system.watch.queueEvents(orgIds), killed);
    return { kills: killed.length, setAside, killToRun: spreadOf(killToRun), seconds, ...(await takeStock(system, lines, told)) };
  } finally {
    system.provider.faults.clear();
  }
}

interface Killing extends Pick<KillOptions, 'kills' | 'random'> {
  readonly doneShare: () => Promise<number>;
}

/** One kill after the other, each once its share of the work is done, give or take. */
async function killAlong(fleet: Fleet, { kills, random, doneShare }: Killing): Promise<Killed[]> {
  const killed: Killed[] = [];
  while (killed.length < kills) {
    const dueAt = ((killed.length + random.next()) / kills) * KILLS_WITHIN;
    await until('a worker can be killed', async () => fleet.ready > 0 && (await doneShare()) >= dueAt);
    const one = fleet.killOne((workers) => random.whole(0, workers - 1));
    if (one) killed.push(one);
  }
  return killed;
}

async function countStored({ database }: ChaosSystem, orgIds: readonly string[]): Promise<number> {
  const count = `select count(*)::int as count from public.recordings where org_id = any ($1) and status = 'stored'`;
  return (await database.query<{ count: number }>(count, [orgIds]))[0]?.count ?? 0;
}
