import { formatDuration } from '../../ui/time/format-duration.ts';
import { useNow } from '../../ui/time/use-now.ts';
import { viewerLocale } from '../../ui/time/viewer-locale.ts';
import { formatParty } from '../../ui/phone-number/format-party.ts';
import type { CallDetail } from './call-item.ts';
import { callOutcome } from './call-outcome.ts';
import { legSpan } from './leg-span.ts';
import { otherParty } from '../../ui/phone-number/other-party.ts';

/** Each leg as a bar along the call: ringing pale, talking full. */
export function CallLegs({ call }: { readonly call: CallDetail }) {
  const now = useNow(1000);
  return (
    <ul aria-label="Legs" className="grid gap-1.5 px-5 pb-3.5 max-tablet:px-4">
      {call.legs.map((leg) => {
        const span = legSpan(call, leg, now);
        const name =
          leg.agentName ??
          formatParty(otherParty({ ...leg, direction: leg.direction ?? call.direction }), viewerLocale.country) ??
          'Unknown';
        const outcome =
          leg.status && leg.status !== 'completed' && leg.status !== 'in-progress'
            ? callOutcome(leg.status, leg.direction ?? call.direction).word
            : null;
        return (
          <li key={leg.id}>
            <p className="flex items-baseline gap-2 text-caption leading-4.5">
              <span className="truncate font-medium">{name}</span>
              {outcome ? <span className="text-muted-foreground">{outcome}</span> : null}
              <span className="ml-auto whitespace-nowrap text-muted-foreground">
                {span ? `${formatDuration(span.fromSeconds)} to ${formatDuration(span.toSeconds)}` : 'times not told'}
              </span>
            </p>
            {span ? (
              <div aria-hidden="true" className="relative h-1.5 overflow-hidden rounded-full bg-muted">
                <i className="absolute inset-y-0 min-w-0.5 rounded-full bg-heat-2" style={placed(span.ringing)} />
                {span.talking ? <i className="absolute inset-y-0 min-w-0.5 rounded-full bg-chart-1" style={placed(span.talking)} /> : null}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function placed({ start, end }: { readonly start: number; readonly end: number }): { left: string; width: string } {
  return { left: `${start * 100}%`, width: `${(end - start) * 100}%` };
}
