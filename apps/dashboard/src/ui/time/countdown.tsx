import { formatDuration } from './format-duration.ts';
import { formatExact } from './format-time.ts';
import { Moment } from './moment.tsx';
import { useTimeZone } from './time-zone.ts';
import { useNow } from './use-now.ts';

const HOUR_MS = 3_600_000;

interface CountdownProps {
  /** ISO 8601. */
  readonly to: string;
  /** What stands there once it is due: "next". */
  readonly due: string;
}

/** What lies ahead: counted down by the second within the hour, else its time. */
export function Countdown({ to, due }: CountdownProps) {
  const zone = useTimeZone();
  const leftMs = Date.parse(to) - useNow(1_000);
  if (leftMs > HOUR_MS) return <Moment at={to} show="day" />;
  return (
    <time dateTime={to} title={formatExact(new Date(to), zone)}>
      {leftMs < 1_000 ? due : `in ${formatDuration(leftMs / 1_000)}`}
    </time>
  );
}
