import { dayName } from '../../ui/time/day-name.ts';
import { formatDay } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { useNow } from '../../ui/time/use-now.ts';
import { countDay } from './count-day.ts';
import type { CallDay } from './group-by-day.ts';

interface DayHeadingProps {
  readonly day: CallDay;
  readonly columns: number;
  /** Whether all of the day is loaded, so that it can be counted. */
  readonly isWhole: boolean;
}

/** The day above its calls. It sticks below the column heads. */
export function DayHeading({ day, columns, isWhole }: DayHeadingProps) {
  const zone = useTimeZone();
  const now = new Date(useNow(60_000));
  const [first] = day.calls;
  const name = dayName(day.key, zone, now);
  const date = first ? formatDay(new Date(first.startedAt), zone, now) : day.key;
  return (
    <tr role="row" className="max-tablet:contents">
      <th
        role="rowheader"
        scope="rowgroup"
        colSpan={columns}
        className="sticky top-8 z-[1] h-7.5 border-b border-border bg-muted px-4 text-left text-caption font-normal text-muted-foreground max-tablet:top-0 max-tablet:flex max-tablet:h-8 max-tablet:items-center"
      >
        <b className="pr-2 font-strong text-foreground">{name ?? date}</b>
        {name ? date : null}
        {isWhole ? (
          <span className="max-tablet:hidden">
            {name ? ' · ' : ''}
            {countDay(day.calls)}
          </span>
        ) : null}
      </th>
    </tr>
  );
}
