export const SCENARIOS = ['kills', 'restarts', 'outage', 'flood', 'steps'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface ChaosOptions {
  /** About how long all scenarios take together: every amount follows from it. */
  readonly seconds: number;
  /** What is chosen by chance follows from it. */
  readonly seed: number;
  readonly scenarios: readonly Scenario[];
}
