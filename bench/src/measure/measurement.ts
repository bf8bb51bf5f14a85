import { quantile } from './quantile.ts';
import { ratioOf } from './ratio-of.ts';
import type { CaseResult } from './result.ts';
import type { Round } from './round.ts';
import type { RoundsBySubject } from './run-rounds.ts';

/** One work at one load, with every round of every subject; the first subject is the base. */
export interface Measurement {
  readonly work: string;
  readonly clients: number;
  readonly latencyMs: number;
  readonly rounds: RoundsBySubject;
}

/** Sums a measurement up, a line per subject, each compared with the first. */
export function casesOf({ rounds, ...which }: Measurement): CaseResult[] {
  const [base = []] = rounds.values();
  return [...rounds].map(([subject, taken]) => {
    const median = (read: (round: Round) => number) => quantile(taken.map(read), 0.5);
    const ratio = ratioOf(taken, base);
    return {
      ...which,
      subject,
      requestsPerSecond: median((round) => round.requestsPerSecond),
      p50Ms: median((round) => round.p50Ms),
      p99Ms: median((round) => round.p99Ms),
      ratioToBase: ratio.median,
      ratioLow: ratio.low,
      ratioHigh: ratio.high,
    };
  });
}
