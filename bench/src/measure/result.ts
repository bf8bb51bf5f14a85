/** One subject at one work: medians over the rounds, and its ratio to the base of the same round. */
export interface CaseResult {
  readonly work: string;
  readonly clients: number;
  /** Added to every round trip to the database, milliseconds. */
  readonly latencyMs: number;
  readonly subject: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly ratioToBase: number;
  /** Quartiles of the ratio over the rounds. */
  readonly ratioLow: number;
  readonly ratioHigh: number;
}
