import { formatAge } from './format-age.ts';
import { formatClock, formatExact, formatShortDay } from './format-time.ts';
import { dayKey } from './day-key.ts';
import { dayName } from './day-name.ts';
import { useTimeZone } from './time-zone.ts';
import { useNow } from './use-now.ts';

interface MomentProps {
  /** ISO 8601. */
  readonly at: string;
  /** `clock`: under a day's heading. `day`: alone, so it names the day too once it isn't today. `since`: the same, and never an age. */
  readonly show?: 'clock' | 'day' | 'since';
  readonly className?: string;
}

/** A time: its age within the hour, then the clock; the exact one with its zone on hover. */
export function Moment({ at, show = 'clock', className }: MomentProps) {
  const zone = useTimeZone();
  const now = new Date(useNow(10_000));
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatExact(date, zone)} className={className}>
      {(show === 'since' ? null : formatAge(date, now)) ?? (show === 'clock' ? formatClock(date, zone) : formatWithDay(date, zone, now))}
    </time>
  );
}

function formatWithDay(date: Date, zone: string, now: Date): string {
  const name = dayName(dayKey(date, zone), zone, now);
  if (name === 'Today') return formatClock(date, zone);
  return `${name ?? formatShortDay(date, zone, now)}, ${formatClock(date, zone)}`;
}
