import { useMemo, useState } from 'react';
import { DayHeading } from '../../ui/time/day-heading.tsx';
import { groupByDay } from '../../ui/time/group-by-day.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { LogEntry } from './log-entry.ts';
import { LogRow } from './log-row.tsx';

const HEAD =
  'sticky top-0 z-[2] h-8 border-b border-border bg-background px-2 text-left text-caption font-book whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4';
const HEADS = ['Time', 'What happened', 'Who, from where', 'Through', 'Answer'] as const;
const COLUMNS = HEADS.length + 1;

interface LogTableProps {
  readonly entries: readonly LogEntry[];
  readonly hasMore: boolean;
}

/** The log under the days of the organisation's time zone; an entry opens below itself. */
export function LogTable({ entries, hasMore }: LogTableProps) {
  const zone = useTimeZone();
  const days = useMemo(() => groupByDay(entries, (entry) => entry.at, zone), [entries, zone]);
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <table role="table" aria-label="Security log" className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
      <colgroup className="max-tablet:hidden">
        <col className="w-26" />
        <col />
        <col className="w-56" />
        <col className="w-48 max-desk:w-0" />
        <col className="w-24" />
        <col className="w-12" />
      </colgroup>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col" className={head === 'Through' ? `${HEAD} max-desk:hidden` : HEAD}>
              {head}
            </th>
          ))}
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="sr-only">Details</span>
          </th>
        </tr>
      </thead>
      {days.map((day, index) => (
        <tbody key={day.key} role="rowgroup" className="max-tablet:block">
          <DayHeading day={day.key} columns={COLUMNS} note={!hasMore || index < days.length - 1 ? countEntries(day.items.length) : null} />
          {day.items.map((entry) => (
            <LogRow
              key={entry.id}
              entry={entry}
              columns={COLUMNS}
              isOpen={entry.id === openId}
              onToggle={() => setOpenId(entry.id === openId ? null : entry.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function countEntries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
