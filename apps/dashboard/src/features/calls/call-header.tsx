import { CopyLinkButton } from '../../ui/copy-link-button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Missing } from '../../ui/missing.tsx';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { formatDuration } from '../../ui/time/format-duration.ts';
import { formatClockSeconds, formatExact, zoneName } from '../../ui/time/format-time.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { CallDuration } from './call-duration.tsx';
import type { CallDetail } from './call-item.ts';
import { CallStatus } from './call-status.tsx';
import { Direction } from './direction.tsx';
import { formatCost } from './format-cost.ts';
import { callerOf, calledOf, otherParty } from '../../ui/phone-number/other-party.ts';

/** Who a call was with, what came of it, and the facts in one line. */
export function CallHeader({ call }: { readonly call: CallDetail }) {
  const zone = useTimeZone();
  const startedAt = new Date(call.startedAt);
  return (
    <header className="shrink-0 border-b border-border px-5 py-3.5 max-tablet:px-4">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h1 className="min-w-0 truncate text-headline font-semibold tracking-[-0.012em]">
          {call.lead ? call.lead.name : <PhoneNumber {...otherParty(call)} />}
        </h1>
        <CallStatus call={call} as="badge" />
        <Direction direction={call.direction} words="long" />
        <span className="flex-1" />
        <span className="max-tablet:hidden">
          <CopyLinkButton />
        </span>
      </div>
      {call.summary ? <p className="max-w-184 pt-1 text-read text-pretty">{call.summary}</p> : null}
      <Facts className="max-tablet:justify-between">
        <Fact name="From">
          <PhoneNumber {...callerOf(call)} />
        </Fact>
        <Fact name="To" className="max-tablet:hidden">
          <PhoneNumber {...calledOf(call)} />
          {call.direction === 'inbound' ? <span className="pl-1 font-normal text-muted-foreground">{call.connectionName}</span> : null}
        </Fact>
        <Fact name="Started">
          <time dateTime={call.startedAt} title={formatExact(startedAt, zone)}>
            {formatClockSeconds(startedAt, zone)} {zoneName(startedAt, zone)}
          </time>
        </Fact>
        <Fact name="Duration">
          <CallDuration call={call} />
          {call.ringSeconds === null ? null : (
            <span className="pl-1 font-normal text-muted-foreground max-tablet:hidden">rang {formatDuration(call.ringSeconds)}</span>
          )}
        </Fact>
        <Fact name="Answered by" className="max-tablet:hidden">
          {call.agentName ?? <Missing label="no one" />}
        </Fact>
        {call.costMicros === null ? null : (
          <Fact name="Cost" className="max-tablet:hidden">
            {formatCost(call.costMicros)}
          </Fact>
        )}
      </Facts>
    </header>
  );
}
