import { dayName } from './day-name.ts';
import { formatDay } from './format-time.ts';
import { useTimeZone } from './time-zone.ts';
import { useNow } from './use-now.ts';

interface DayHeadingProps {
  /** "2026-11-17". */
  readonly day: string;
  readonly columns: number;
  /** What there is to say of the whole day; null while it isn't loaded whole. */
  readonly note: string | null;
}

/** A day above the rows of a list. It sticks below the column heads. */
export function DayHeading({ day, columns, note }: DayHeadingProps) {
  const zone = useTimeZone();
  const now = new Date(useNow(60_000));
  const name = dayName(day, zone, now);
  const date = formatDay(new Date(`${day}T12:00:00Z`), 'UTC', now);
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
        {note ? (
          <span className="max-tablet:hidden">
            {name ? ' · ' : ''}
            {note}
          </span>
        ) : null}
      </th>
    </tr>
  );
}
