import type { LocalDay } from './local-day.ts';
import { localClock } from './local-clock.ts';

/** The instant at which a zone's clock shows that many seconds after midnight. A skipped hour counts on from the one before it. */
export function instantOf(day: LocalDay, secondOfDay: number, timeZone: string): Date {
  const shown = Date.UTC(day.year, day.month - 1, day.day) + secondOfDay * 1000;
  const guess = shown - localClock(new Date(shown), timeZone).offsetMs;
  return new Date(shown - localClock(new Date(guess), timeZone).offsetMs);
}
