export interface ReconcileTimes {
  /** What is younger is left alone: longer than any upload takes, and any job may run. */
  readonly graceMs: number;
  /** From the look that finds something to the one that deals with it. */
  readonly waitMs: number;
  /** The same for objects of recordings that nobody remembers: time to notice that a database was set back. */
  readonly unrememberedMs: number;
}

export const RECONCILE_TIMES: ReconcileTimes = {
  graceMs: 6 * 3_600_000,
  waitMs: 12 * 3_600_000,
  unrememberedMs: 7 * 86_400_000,
};
