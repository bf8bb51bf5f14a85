import { dayBefore } from '../clock/day-before.ts';

const DAY_MS = 86_400_000;
const DAYS_TO_ADD: Record<number, number> = { 6: 2, 0: 1 };

/** The instant that lies `days` later, or as much more as it takes not to be on a weekend in the zone. */
export function workingDayAfter(instant: Date, days: number, timeZone: string): Date {
  const later = new Date(instant.getTime() + days * DAY_MS);
  const { weekday } = dayBefore(later, timeZone, 0);
  return new Date(later.getTime() + (DAYS_TO_ADD[weekday] ?? 0) * DAY_MS);
}
