import { quantile } from './quantile.ts';

/** What one round of one subject came to. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
}

/** Sums up the latencies of one round, milliseconds. */
export function sumUp(latenciesMs: readonly number[], elapsedMs: number): Round {
  return {
    requestsPerSecond: (latenciesMs.length / elapsedMs) * 1000,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    requests: latenciesMs.length,
  };
}
