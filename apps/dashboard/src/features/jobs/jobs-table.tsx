import type { Job } from './job.ts';
import { JobRow } from './job-row.tsx';

const HEAD =
  'sticky top-0 z-[2] h-8 border-b border-border bg-background px-2 text-left text-caption font-book whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4';

/** The organisation's background work, one row a job. */
export function JobsTable({ jobs }: { readonly jobs: readonly Job[] }) {
  return (
    <table role="table" aria-label="Jobs" className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
      <colgroup className="max-tablet:hidden">
        <col className="w-30" />
        <col className="w-[30%]" />
        <col />
        <col className="w-22" />
        <col className="w-32" />
        <col className="w-46" />
      </colgroup>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className={HEAD}>
            State
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Job
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Last error
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Attempt
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Next run
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-tablet:block">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </tbody>
    </table>
  );
}
