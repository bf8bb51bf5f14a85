import { ArrowDown } from 'lucide-react';

const HEAD =
  'sticky top-0 z-[2] h-8 border-b border-border bg-background px-2 text-left text-caption font-book whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4';

export const CALL_COLUMNS = 8;

/** Widths and names of the columns. A phone has no columns, but those who listen still hear the names. */
export function CallsHead() {
  return (
    <>
      <colgroup className="max-tablet:hidden">
        <col className="w-33" />
        <col className="w-17 max-desk:w-9" />
        <col />
        <col className="w-37" />
        <col className="w-27 max-desk:w-24" />
        <col className="w-20 max-desk:w-19" />
        <col className="w-12 max-desk:w-10" />
        <col className="w-58 max-desk:w-46" />
      </colgroup>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className={HEAD}>
            Status
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="max-desk:sr-only">Direction</span>
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Who
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Number
          </th>
          <th role="columnheader" scope="col" aria-sort="descending" className={`${HEAD} text-right`}>
            Started <ArrowDown className="inline size-3 stroke-[2.25] align-[-1px]" aria-hidden="true" />
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Duration
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="sr-only">Recording</span>
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Agent, connection
          </th>
        </tr>
      </thead>
    </>
  );
}
