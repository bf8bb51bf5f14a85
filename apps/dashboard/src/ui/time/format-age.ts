const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** "just now", "6 min ago"; null from an hour on (and for what lies ahead), when the clock says it better. */
export function formatAge(at: Date, now: Date): string | null {
  const age = now.getTime() - at.getTime();
  if (age >= HOUR_MS || age < -MINUTE_MS) return null;
  return age < MINUTE_MS ? 'just now' : `${Math.floor(age / MINUTE_MS)} min ago`;
}
