import { formatClockSeconds, formatExact } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import type { CallDetail } from './call-item.ts';
import { describeEvent } from './describe-event.ts';
import { lateness } from './lateness.ts';

/** Every message about a call in the order in which things happened, to the second. */
export function CallEvents({ events }: { readonly events: CallDetail['events'] }) {
  const zone = useTimeZone();
  return (
    <ol aria-label="Events" className="border-t border-border px-5 pt-1 pb-4 max-tablet:px-4">
      {events.map((event) => {
        const at = event.occurredAt ?? event.receivedAt;
        const { words, icon: Icon } = describeEvent(event.kind);
        const late = lateness(event);
        return (
          <li
            key={event.id}
            className="relative grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2.5 py-1.75 not-last:before:absolute not-last:before:top-7 not-last:before:-bottom-[0.3125rem] not-last:before:left-2 not-last:before:border-l not-last:before:border-border"
          >
            <Icon className="mt-0.5 size-4 stroke-[2.25] text-muted-foreground" aria-hidden="true" />
            <span title={event.kind}>
              {words}
              {late ? <small className="block text-caption text-muted-foreground">{late}</small> : null}
            </span>
            <time dateTime={at} title={formatExact(new Date(at), zone)} className="text-caption leading-5 text-muted-foreground">
              {formatClockSeconds(new Date(at), zone)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
