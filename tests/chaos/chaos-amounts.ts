/** How much of what a run is made of. */
export interface ChaosAmounts {
  /** Recordings to be stored while workers are killed. */
  readonly jobs: number;
  readonly kills: number;
  readonly restarts: number;
  /** Calls that happen while callbacks are dropped and doubled, and again so many while nobody listens. */
  readonly calls: number;
  /** Jobs of the organisation that floods the queue. */
  readonly flood: number;
  /** Recordings with a failure somewhere on their way. */
  readonly stepRuns: number;
}

/** What every organisation count is: amounts are scaled, the crowd isn't. */
export const ORGANIZATIONS = 20;

/** A whole run takes a quarter of an hour. */
export const WHOLE_SECONDS = 900;
const WHOLE: ChaosAmounts = { jobs: 10_000, kills: 200, restarts: 20, calls: 600, flood: 10_000, stepRuns: 2_000 };

/** The amounts of a run of so many seconds. */
export function chaosAmounts(seconds: number): ChaosAmounts {
  const scaled = (whole: number, atLeast: number) => Math.max(atLeast, Math.round((whole * seconds) / WHOLE_SECONDS));
  return {
    jobs: scaled(WHOLE.jobs, 4 * ORGANIZATIONS),
    kills: scaled(WHOLE.kills, 2),
    restarts: scaled(WHOLE.restarts, 1),
    calls: scaled(WHOLE.calls, ORGANIZATIONS),
    flood: scaled(WHOLE.flood, 100),
    stepRuns: scaled(WHOLE.stepRuns, 40),
  };
}
