import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '@ringfence/testing/provider';
import { ORGANIZATIONS } from '../chaos-amounts.ts';
import { openStepInjector } from '../steps/open-step-injector.ts';
import { planFaults } from '../steps/plan-faults.ts';
import { startFaultyWorker } from '../steps/start-faulty-worker.ts';
import { drainQueue } from '../system/drain-queue.ts';
import { keepTelling } from '../system/keep-telling.ts';
import { openLines } from '../system/open-lines.ts';
import { reconcile } from '../system/reconcile.ts';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import { type Stock, takeStock } from '../system/take-stock.ts';

export interface StepResult extends Stock {
  readonly runs: number;
  /** The most steps that an attempt takes. */
  readonly steps: number;
  /** How often which step went wrong, and how. */
  readonly faults: Readonly<Record<string, number>>;
  readonly orphansBeforeReconciliation: number;
}

export interface StepOptions {
  readonly stepRuns: number;
  readonly random: SeededRandom;
}

/** So many recordings meet no fault, and show how many steps there are. */
const CALM = ORGANIZATIONS;
const CALLBACKS = { perSecond: 1000, atOnce: 8 };
const HURRY_EVERY_MS = 200;

/** Lets the recording pipeline fail at each of its awaits in each way, and looks what is left once storage and rows are reconciled. */
export async function failSteps(system: ChaosSystem, options: StepOptions): Promise<StepResult> {
  const { stepRuns: runs, random } = options;
  const lines = await openLines(system, ORGANIZATIONS);
  const orgIds = lines.map(({ orgId }) => orgId);
  let [steps, planned] = [0, 0];
  const injector = openStepInjector(() => (steps === 0 ? [] : planFaults((planned += 1) - 1, steps, random)));
  const tell = (count: number) => keepTelling(system, lines, { ...CALLBACKS, wantsMore: (begun) => begun < count });
  // Its own worker alone takes jobs from here on.
  await system.fleet.stop();
  const worker = await startFaultyWorker(system, injector);
  const over = new AbortController();
  const hurrying = hurry(system, over.signal);
  try {
    const calm = await tell(CALM);
    await drainQueue(system.database, orgIds);
    steps = injector.mostSteps;
    const told = await tell(runs);
    await drainQueue(system.database, orgIds);
    const expected = new Set([...calm, ...told]);
    const { orphans } = await takeStock(system, lines, expected);
    await reconcile(system, orgIds);
    const faults = Object.fromEntries([...injector.met].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { runs, steps, faults, orphansBeforeReconciliation: orphans, ...(await takeStock(system, lines, expected)) };
  } finally {
    over.abort();
    await hurrying;
    await worker.stop();
  }
}

/** As if time flew: what waits for its time comes at once, and a lease whose job waits again is anybody's. */
async function hurry({ database }: ChaosSystem, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await database.query(`
      update public.recordings recording set lease_until = clock_timestamp() from graphile_worker._private_jobs job
      where recording.status = 'processing' and job.payload ->> 'recordingId' = recording.id::text and job.locked_at is null`);
    await database.query(`
      update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null and payload ->> 'recordingId' is not null`);
    await pause(HURRY_EVERY_MS);
  }
}
