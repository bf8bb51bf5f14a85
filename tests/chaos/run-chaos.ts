import { seededRandom } from '@ringfence/testing/provider';
import { chaosAmounts } from './chaos-amounts.ts';
import type { ChaosOptions, Scenario } from './chaos-options.ts';
import { failSteps, type StepResult } from './scenarios/fail-steps.ts';
import { floodQueue, type FloodResult } from './scenarios/flood-queue.ts';
import { killWorkers, type KillResult } from './scenarios/kill-workers.ts';
import { missCallbacks, type OutageResult } from './scenarios/miss-callbacks.ts';
import { restartPostgres, type RestartResult } from './scenarios/restart-postgres.ts';
import { type ChaosSystem, startChaosSystem } from './system/start-chaos-system.ts';

export interface ChaosResult extends Omit<ChaosOptions, 'scenarios'> {
  readonly kills: KillResult | undefined;
  readonly restarts: RestartResult | undefined;
  readonly outage: OutageResult | undefined;
  readonly flood: FloodResult | undefined;
  readonly steps: StepResult | undefined;
  /** What the programs themselves called an error, by message. */
  readonly errors: Readonly<Record<string, number>>;
  readonly tookSeconds: number;
}

/** One scenario after the other on one system; each has organisations of its own. */
export async function runChaos({ seconds, seed, scenarios }: ChaosOptions, log: (line: string) => void): Promise<ChaosResult> {
  const startedAt = performance.now();
  const amounts = chaosAmounts(seconds);
  const system = await startChaosSystem(seed);
  async function run<Result>(name: Scenario, scenario: (system: ChaosSystem) => Promise<Result>): Promise<Result | undefined> {
    if (!scenarios.includes(name)) return undefined;
    log(`${name}…`);
    return scenario(system);
  }
  try {
    const kills = await run('kills', (on) => killWorkers(on, { ...amounts, random: seededRandom(seed) }));
    const restarts = await run('restarts', (on) => restartPostgres(on, amounts));
    const outage = await run('outage', (on) => missCallbacks(on, { ...amounts, random: seededRandom(seed) }));
    const flood = await run('flood', (on) => floodQueue(on, amounts));
    const steps = await run('steps', (on) => failSteps(on, { ...amounts, random: seededRandom(seed) }));
    const tookSeconds = Math.round((performance.now() - startedAt) / 1000);
    return { seconds, seed, kills, restarts, outage, flood, steps, errors: Object.fromEntries(system.errors), tookSeconds };
  } finally {
    await system.stop();
  }
}
