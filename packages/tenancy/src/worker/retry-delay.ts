const LONGEST_EXPONENT = 10;
const JITTER = 0.25;

/**
 * How long a failed job waits: e seconds after its first attempt, e times as long after each further one, six hours at most, a quarter
 * more or less so that jobs which failed together don't come together. Never less than the failure itself asked for.
 */
export function retryDelayMs(attempt: number, error: unknown, chance: number = Math.random()): number {
  const backoffMs = 1000 * Math.exp(Math.min(attempt, LONGEST_EXPONENT)) * (1 - JITTER + 2 * JITTER * chance);
  const askedMs = error instanceof Error && 'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0;
  return Math.max(backoffMs, askedMs * (1 + JITTER * chance));
}
