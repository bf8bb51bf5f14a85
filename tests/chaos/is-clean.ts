import type { ChaosResult } from './run-chaos.ts';

/** Whether nothing was lost, done twice or put into another organisation. How long it took isn't judged: that is the machine's too. */
export function isClean({ kills, restarts, outage, flood, steps }: ChaosResult): boolean {
  const stocks = [kills, restarts, outage, flood, steps].filter((stock) => stock !== undefined);
  const isWhole = stocks.every(({ lost, doubled, foreign }) => lost + doubled + foreign === 0);
  const differences = outage ? Object.values(outage.after) : [];
  return isWhole && differences.every((difference) => difference === 0) && (steps?.orphans ?? 0) === 0;
}
