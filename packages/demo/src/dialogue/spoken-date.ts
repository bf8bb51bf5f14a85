import { dayBefore } from '../clock/day-before.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ENDINGS = new Map([
  [1, 'st'],
  [2, 'nd'],
  [3, 'rd'],
  [21, 'st'],
  [22, 'nd'],
  [23, 'rd'],
  [31, 'st'],
]);

/** A day as people say it: `Thursday the 19th`. */
export function spokenDate(instant: Date, timeZone: string): string {
  const { weekday, day } = dayBefore(instant, timeZone, 0);
  return `${WEEKDAYS[weekday] ?? ''} the ${day}${ENDINGS.get(day) ?? 'th'}`;
}
