import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { Missing } from '../../ui/missing.tsx';
import { PROVIDER_NAMES } from '../../ui/provider-names.ts';
import { dayName } from '../../ui/time/day-name.ts';
import { formatCalendarDay } from '../../ui/time/format-time.ts';
import { Moment } from '../../ui/time/moment.tsx';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { useNow } from '../../ui/time/use-now.ts';
import type { CompletenessDay } from './completeness.ts';
import type { Connection } from './connection.ts';
import { describeDifference } from './describe-difference.ts';

interface DaysTableProps {
  readonly days: readonly CompletenessDay[];
  readonly connection: Connection;
}

/** Counts that agree are grey; a difference is amber, and leads to its cause where there is one to see. */
export function DaysTable({ days, connection }: DaysTableProps) {
  const zone = useTimeZone();
  const now = new Date(useNow(60_000));
  return (
    <table
      aria-label="Days"
      className="w-full border-separate border-spacing-0 [&_tbody_tr:last-child>*]:border-0 [&_tbody_tr>*]:border-b [&_tbody_tr>*]:border-border [&_tbody_tr>*]:py-1.5 [&_th:not(:first-child)]:pl-3 [&_th:not(:first-child)]:text-right [&_td]:pl-3 [&_td]:text-right"
    >
      <thead className="text-caption whitespace-nowrap text-muted-foreground [&_th]:h-6 [&_th]:border-b [&_th]:border-border [&_th]:font-book">
        <tr>
          <th scope="col" className="text-left">
            Day
          </th>
          <th scope="col">{PROVIDER_NAMES[connection.provider]}</th>
          <th scope="col">Ours</th>
          <th scope="col" className="max-tablet:hidden">
            Caught up
          </th>
          <th scope="col">Difference</th>
          <th scope="col" className="max-tablet:hidden">
            Last look
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row" className="text-left font-strong whitespace-nowrap">
              {dayName(day.day, zone, now) === 'Today' ? <>Today </> : null}
              <span
                className={dayName(day.day, zone, now) === 'Today' ? 'font-normal text-muted-foreground max-tablet:sr-only' : undefined}
              >
                {formatCalendarDay(day.day, now)}
              </span>
            </th>
            <td>{day.provider.toLocaleString('en')}</td>
            <td>{day.ours.toLocaleString('en')}</td>
            <td className="max-tablet:hidden">{day.found === 0 ? <Missing /> : day.found.toLocaleString('en')}</td>
            <td>
              <Difference day={day} connection={connection} />
            </td>
            <td className="whitespace-nowrap max-tablet:hidden">
              <Moment at={day.lookedAt} show="day" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ day, connection }: { readonly day: CompletenessDay; readonly connection: Connection }) {
  const words = describeDifference(day);
  if (words === null) return <span className="text-muted-foreground">0</span>;
  const shown = (
    <span className="inline-flex items-center gap-1.5 font-medium text-status-missed">
      <CircleAlert className="size-3.5 shrink-0 stroke-[2.25]" aria-hidden="true" />
      {words}
    </span>
  );
  if (connection.parkedCount === 0) return shown;
  return (
    <Link
      to="/connections/{-$connectionId}"
      params={{ connectionId: connection.id }}
      hash="parked"
      className="underline decoration-status-missed underline-offset-3"
    >
      {shown}
    </Link>
  );
}
