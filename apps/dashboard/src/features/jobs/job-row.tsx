import { usePermission } from '../../app/use-permission.ts';
import { Missing } from '../../ui/missing.tsx';
import { Countdown } from '../../ui/time/countdown.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import { useNow } from '../../ui/time/use-now.ts';
import { CancelJob } from './cancel-job.tsx';
import type { Job } from './job.ts';
import { errorWords } from './error-words.ts';
import { JOB_LOOKS } from './job-look.ts';
import { jobName } from './job-name.ts';
import { RetryJob } from './retry-job.tsx';

const CELL =
  'h-13 border-b border-border px-2 first:pl-4 last:pr-4 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0 max-tablet:last:pr-0';

/** One job: what it does, how it stands, and what one can do about it. */
export function JobRow({ job }: { readonly job: Job }) {
  const { word, icon: Icon, color } = JOB_LOOKS[job.state];
  const mayWrite = usePermission('jobs.write');
  const isDue = Date.parse(job.runAt) <= useNow(1_000);
  const canRetry = job.state === 'waiting' ? !isDue : job.state !== 'running';
  return (
    <tr
      role="row"
      className="leading-4.5 hover:bg-accent max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:border-b max-tablet:border-border max-tablet:px-4 max-tablet:py-3"
    >
      <td role="cell" className={`${CELL} max-tablet:row-start-2`}>
        <span className={`inline-flex items-center gap-2 font-medium whitespace-nowrap ${color}`}>
          <Icon className="size-4 shrink-0 stroke-[2.25]" aria-hidden="true" />
          {word}
        </span>
      </td>
      <td role="cell" className={`${CELL} max-tablet:row-start-1`}>
        <span className="block truncate font-strong">{jobName(job.task)}</span>
        <span className="block truncate text-caption text-muted-foreground">
          Queued <Moment at={job.createdAt} show="day" />
        </span>
      </td>
      <td role="cell" className={`${CELL} max-tablet:col-span-2 max-tablet:row-start-3 max-tablet:empty:hidden`}>
        {job.lastError === null ? null : (
          <span className="line-clamp-2 text-pretty [overflow-wrap:anywhere] text-muted-foreground" title={job.lastError}>
            {errorWords(job.lastError)}
          </span>
        )}
      </td>
      <td role="cell" className={`${CELL} text-right whitespace-nowrap max-tablet:hidden`}>
        {job.attempts} of {job.maxAttempts}
      </td>
      <td
        role="cell"
        className={`${CELL} text-right whitespace-nowrap max-tablet:col-start-1 max-tablet:row-start-4 max-tablet:text-left max-tablet:text-caption max-tablet:text-muted-foreground`}
      >
        <span className="tablet:hidden">Next run: </span>
        {job.state === 'waiting' ? (
          <Countdown to={job.runAt} due="next" />
        ) : job.state === 'running' ? (
          'now'
        ) : (
          <Missing label="not by itself" />
        )}
      </td>
      <td role="cell" className={`${CELL} max-tablet:col-start-2 max-tablet:row-start-1`}>
        {mayWrite ? (
          <span className="flex justify-end gap-1">
            {job.state === 'running' ? null : <CancelJob job={job} />}
            {canRetry ? <RetryJob job={job} /> : null}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
