import { dayKey } from './day-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** "Today" or "Yesterday" in that zone, or null. Reckons with calendar days, so that a change to summer time does no harm. */
export function dayName(key: string, zone: string, now: Date): 'Today' | 'Yesterday' | null {
  const today = dayKey(now, zone);
  if (key === today) return 'Today';
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return key === yesterday ? 'Yesterday' : null;
}
