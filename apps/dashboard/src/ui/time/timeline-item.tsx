import type { LucideIcon } from 'lucide-react';
import { formatClockSeconds, formatExact, formatShortDay } from './format-time.ts';
import { useTimeZone } from './time-zone.ts';

interface TimelineItemProps {
  /** ISO 8601. */
  readonly at: string;
  readonly words: string;
  /** Below, smaller. */
  readonly more: string | null;
  readonly icon: LucideIcon;
  /** It was on another day than what stands before it. */
  readonly isNewDay?: boolean;
  /** On hover: what the provider called it. */
  readonly title?: string;
}

/** What happened at one time, tied by a line to what came next. Stands in an `ol`. */
export function TimelineItem({ at, words, more, icon: Icon, isNewDay, title }: TimelineItemProps) {
  const zone = useTimeZone();
  const date = new Date(at);
  return (
    <li className="relative grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2.5 py-1.75 not-last:before:absolute not-last:before:top-7 not-last:before:-bottom-[0.3125rem] not-last:before:left-2 not-last:before:border-l not-last:before:border-border">
      <Icon className="mt-0.5 size-4 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
      <span title={title}>
        {words}
        {more ? <small className="block text-caption text-muted-foreground">{more}</small> : null}
      </span>
      <time dateTime={at} title={formatExact(date, zone)} className="text-right text-caption leading-5 text-muted-foreground">
        {isNewDay ? <span className="block">{formatShortDay(date, zone, new Date())}</span> : null}
        {formatClockSeconds(date, zone)}
      </time>
    </li>
  );
}
