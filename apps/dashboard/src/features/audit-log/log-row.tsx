import { Check, ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { cn } from '../../ui/cn.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { formatClockSeconds, formatExact } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { describeEntry } from './describe-entry.ts';
import type { LogEntry } from './log-entry.ts';

const CELL =
  'h-13 border-b border-border px-2 first:pl-4 last:pr-3 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0';

interface LogRowProps {
  readonly entry: LogEntry;
  readonly columns: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One entry: to the second, what happened, who and from where, through what, and how it was answered. */
export function LogRow({ entry, columns, isOpen, onToggle }: LogRowProps) {
  const zone = useTimeZone();
  const at = new Date(entry.at);
  const clock = formatClockSeconds(at, zone);
  const { title, note, who, from, isCrossing, answer } = describeEntry(entry);
  const Icon = isCrossing ? TriangleAlert : Check;
  return (
    <>
      <tr
        role="row"
        className={cn(
          'hover:bg-accent max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto_auto] max-tablet:gap-x-2 max-tablet:gap-y-0.5 max-tablet:border-b max-tablet:border-border max-tablet:py-2 max-tablet:pr-2 max-tablet:pl-4 max-tablet:[grid-template-areas:"what_time_act""who_answer_act"]',
          isOpen && 'bg-muted max-tablet:border-b-0 [&>td]:border-b-0',
        )}
      >
        <td role="cell" className={`${CELL} max-tablet:[grid-area:time]`}>
          <time dateTime={entry.at} title={formatExact(at, zone)}>
            {clock}
          </time>
        </td>
        <td role="cell" className={`${CELL} max-tablet:[grid-area:what]`}>
          <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
            <Icon
              className={cn('mt-0.5 size-4 stroke-[2.25]', isCrossing ? 'text-status-failed' : 'text-muted-foreground')}
              aria-hidden="true"
            />
            <span className={cn('truncate max-tablet:whitespace-normal', isCrossing && 'text-status-failed')}>{title}</span>
            {note ? (
              <span className="col-start-2 truncate text-caption text-muted-foreground max-tablet:whitespace-normal">{note}</span>
            ) : null}
          </span>
        </td>
        <td role="cell" className={`${CELL} max-tablet:pl-6.5 max-tablet:[grid-area:who]`}>
          <span className="block truncate">{who}</span>
          <span className="block truncate text-caption text-muted-foreground">{from}</span>
        </td>
        <td role="cell" className={`${CELL} truncate max-desk:hidden`}>
          {entry.procedure}
        </td>
        <td role="cell" className={`${CELL} max-tablet:text-right max-tablet:[grid-area:answer]`}>
          {answer}
        </td>
        <td role="cell" className={`${CELL} text-right max-tablet:self-center max-tablet:[grid-area:act]`}>
          <Button
            look="ghost"
            size="icon-small"
            aria-expanded={isOpen}
            aria-label={isOpen ? `Close the entry of ${clock}` : `Open the entry of ${clock}`}
            onClick={onToggle}
          >
            {isOpen ? <ChevronDown /> : <ChevronRight />}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr role="row" className="bg-muted max-tablet:block max-tablet:border-b max-tablet:border-border">
          <td
            role="cell"
            colSpan={columns}
            className="border-b border-border pr-4 pb-3.5 pl-31 max-tablet:block max-tablet:border-0 max-tablet:pl-10.5"
          >
            <EntryFacts entry={entry} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** All that the log holds of an entry. */
function EntryFacts({ entry }: { readonly entry: LogEntry }) {
  const zone = useTimeZone();
  const facts = [
    ['Written as', entry.action],
    ['Exactly', formatExact(new Date(entry.at), zone)],
    ['Aimed at', entry.target],
    ['Through', entry.procedure],
    ['From', entry.address],
    ...Object.entries(entry.detail),
  ] as const;
  return (
    <Facts className="pt-1">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <Fact key={name} name={name} className="[overflow-wrap:anywhere]">
            {value}
          </Fact>
        ),
      )}
    </Facts>
  );
}
