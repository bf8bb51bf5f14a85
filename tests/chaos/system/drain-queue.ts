import { setTimeout as pause } from 'node:timers/promises';
import { countWaiting } from './count-waiting.ts';
import type { ChaosDatabase } from './start-chaos-database.ts';

const LOOK_EVERY_MS = 100;
/** Longer than any job may rest: what didn't move in this time never will. */
const PATIENCE_MS = 90_000;

/** Waits until the organisations have no job left that could still run. @throws if it doesn't get less for a long time. */
export async function drainQueue(database: ChaosDatabase, orgIds: readonly string[]): Promise<void> {
  let [fewest, since] = [Infinity, performance.now()];
  for (;;) {
    const left = await countWaiting(database, orgIds);
    if (left === 0) return;
    if (left < fewest) [fewest, since] = [left, performance.now()];
    if (performance.now() - since > PATIENCE_MS) throw new Error(`${left} jobs are left in the queue, and nobody takes them.`);
    await pause(LOOK_EVERY_MS);
  }
}
