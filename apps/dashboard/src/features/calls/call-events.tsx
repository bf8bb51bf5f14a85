import { TimelineItem } from '../../ui/time/timeline-item.tsx';
import type { CallDetail } from './call-item.ts';
import { describeEvent } from './describe-event.ts';
import { lateness } from './lateness.ts';

/** Every message about a call in the order in which things happened, to the second. */
export function CallEvents({ events }: { readonly events: CallDetail['events'] }) {
  return (
    <ol aria-label="Events" className="border-t border-border px-5 pt-1 pb-4 max-tablet:px-4">
      {events.map((event) => {
        const { words, icon } = describeEvent(event.kind);
        return (
          <TimelineItem
            key={event.id}
            at={event.occurredAt ?? event.receivedAt}
            words={words}
            more={lateness(event)}
            icon={icon}
            title={event.kind}
          />
        );
      })}
    </ol>
  );
}
