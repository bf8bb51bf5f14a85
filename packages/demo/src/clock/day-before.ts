import type { LocalDay } from './local-day.ts';
import { localClock } from './local-clock.ts';

/** The calendar day that lies `days` before the day on which `instant` falls in the zone; negative counts forward. */
export function dayBefore(instant: Date, timeZone: string, days: number): LocalDay {
  const now = localClock(instant, timeZone);
  const noon = new Date(Date.UTC(now.year, now.month - 1, now.day - days, 12));
  return { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate(), weekday: noon.getUTCDay() };
}
