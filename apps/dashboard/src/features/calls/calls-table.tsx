import { useMemo, useState } from 'react';
import { DayHeading } from '../../ui/time/day-heading.tsx';
import { groupByDay } from '../../ui/time/group-by-day.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { CallItem } from './call-item.ts';
import { CallRow } from './call-row.tsx';
import { CALL_COLUMNS, CallsHead } from './calls-head.tsx';
import { countDay } from './count-day.ts';

interface CallsTableProps {
  readonly calls: readonly CallItem[];
  /** Whether older calls are still to be loaded, so that the last day can't be counted yet. */
  readonly hasMore: boolean;
}

/** The calls under the days of the organisation's time zone. */
export function CallsTable({ calls, hasMore }: CallsTableProps) {
  const zone = useTimeZone();
  const days = useMemo(() => groupByDay(calls, (call) => call.startedAt, zone), [calls, zone]);
  const [lastActive, setLastActive] = useState<string | null>(null);
  const activeId = calls.some((call) => call.id === lastActive) ? lastActive : (calls[0]?.id ?? null);
  return (
    <table role="table" aria-label="Calls" className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
      <CallsHead />
      {days.map((day, index) => (
        <tbody key={day.key} role="rowgroup" className="max-tablet:block">
          <DayHeading day={day.key} columns={CALL_COLUMNS} note={!hasMore || index < days.length - 1 ? countDay(day.items) : null} />
          {day.items.map((call) => (
            <CallRow key={call.id} call={call} isActive={call.id === activeId} onActive={setLastActive} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
