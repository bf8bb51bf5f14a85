import { dateFormat } from './date-format.ts';
import { viewerLocale } from './viewer-locale.ts';

/** Days are written the English way, "Tue 17 Nov"; only the hour follows the viewer. */
const LANGUAGE = 'en-GB';

/** "14:06", or "2:06 pm". */
export function formatClock(at: Date, zone: string, is12Hour = viewerLocale.is12Hour): string {
  return dateFormat(LANGUAGE, { timeZone: zone, hour: is12Hour ? 'numeric' : '2-digit', minute: '2-digit', hour12: is12Hour }).format(at);
}

/** "14:06:12". */
export function formatClockSeconds(at: Date, zone: string, is12Hour = viewerLocale.is12Hour): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    hour: is12Hour ? 'numeric' : '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: is12Hour,
  };
  return dateFormat(LANGUAGE, options).format(at);
}

/** "Tuesday 17 November", with the year where it isn't this one. */
export function formatDay(at: Date, zone: string, now: Date): string {
  return joinParts(at, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(at, zone, now) });
}

/** "Tue 17 Nov", with the year where it isn't this one. */
export function formatShortDay(at: Date, zone: string, now: Date): string {
  return joinParts(at, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', ...yearUnlessThis(at, zone, now) });
}

/** "Tue 17 Nov 2026, 14:21:07 EST": nothing left open. */
export function formatExact(at: Date, zone: string, is12Hour = viewerLocale.is12Hour): string {
  const day = joinParts(at, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${formatClockSeconds(at, zone, is12Hour)} ${zoneName(at, zone)}`;
}

/** "EST", "CET"; where no language has a short name, "GMT+5:30". */
export function zoneName(at: Date, zone: string): string {
  const names = ['en-GB', 'en-US', 'en-AU'].map((language) => {
    const parts = dateFormat(language, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  });
  return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0] ?? zone;
}

function yearUnlessThis(at: Date, zone: string, now: Date): Intl.DateTimeFormatOptions {
  const year = dateFormat(LANGUAGE, { timeZone: zone, year: 'numeric' });
  return year.format(at) === year.format(now) ? {} : { year: 'numeric' };
}

/** The parts with spaces between: ICU versions differ in their commas. */
function joinParts(at: Date, options: Intl.DateTimeFormatOptions): string {
  const parts = dateFormat(LANGUAGE, options).formatToParts(at);
  return parts
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join(' ');
}

/** A calendar day without an hour ("2026-11-17") as "Tue 17 Nov". */
export function formatCalendarDay(day: string, now: Date): string {
  return formatShortDay(new Date(`${day}T12:00:00Z`), 'UTC', now);
}
