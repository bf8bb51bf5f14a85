import type { QueueTotals } from './queued-recording.ts';
import type { QueueFilters } from './queue-filters.ts';
import { QueueGroup } from './queue-group.tsx';
import { QUEUE_ORDER } from './queue-look.ts';

const HEAD =
  'sticky top-0 z-[2] h-8 border-b border-border bg-background px-2 text-left text-caption font-book whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4';

interface QueueTableProps {
  readonly totals: QueueTotals;
  readonly filters: QueueFilters;
}

/** What isn't stored, by state: what one should look at first. */
export function QueueTable({ totals, filters }: QueueTableProps) {
  const shown = QUEUE_ORDER.filter((state) => (filters.state ? state === filters.state : totals[state] > 0));
  return (
    <table role="table" aria-label="Recording queue" className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
      <colgroup className="max-tablet:hidden">
        <col className="w-[22%]" />
        <col />
        <col className="w-20 max-desk:w-0" />
        <col className="w-20" />
        <col className="w-32" />
        <col className="w-36" />
      </colgroup>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className={HEAD}>
            Call
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            What happened
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right max-desk:hidden`}>
            Length
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Attempts
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Next try
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      {shown.map((state) => (
        <QueueGroup key={state} state={state} total={totals[state]} />
      ))}
    </table>
  );
}
