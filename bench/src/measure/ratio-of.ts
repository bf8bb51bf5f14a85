import { quantile } from './quantile.ts';
import type { Round } from './round.ts';

/** A ratio taken in each round: its median and quartiles over them. */
export interface Ratio {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** How many requests a subject answered for each of the base's, round by round: what else the machine did hit both. */
export function ratioOf(rounds: readonly Round[], base: readonly Round[]): Ratio {
  const ratios = rounds.map(({ requestsPerSecond }, index) => requestsPerSecond / (base[index]?.requestsPerSecond ?? Number.NaN));
  return { median: quantile(ratios, 0.5), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}
