import { Missing } from '../../ui/missing.tsx';
import { Pair, Pairs } from '../../ui/pairs.tsx';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { formatDuration } from '../../ui/time/format-duration.ts';
import type { CallDetail } from './call-item.ts';
import { describeEnding } from './describe-ending.ts';
import { formatCost } from './format-cost.ts';
import { calledOf } from '../../ui/phone-number/other-party.ts';

/** What few ask for; on a phone also what the header has no room for. */
export function CallDetails({ call }: { readonly call: CallDetail }) {
  return (
    <section aria-label="Details" className="border-t border-border px-5 pt-2 pb-4 max-tablet:px-4">
      <h2 className="flex min-h-7 items-center pb-1 font-semibold">Details</h2>
      <div className="tablet:hidden [&_dl]:pb-1">
        <Pairs>
          <Pair name="To">
            <PhoneNumber {...calledOf(call)} />
          </Pair>
          <Pair name="Rang">{call.ringSeconds === null ? <Missing label="not told" /> : formatDuration(call.ringSeconds)}</Pair>
          <Pair name="Answered by">{call.agentName ?? <Missing label="no one" />}</Pair>
          <Pair name="Cost">{call.costMicros === null ? <Missing label="not told" /> : formatCost(call.costMicros)}</Pair>
        </Pairs>
      </div>
      <Pairs>
        <Pair name="Connection">{call.connectionName}</Pair>
        <Pair name="Ended">{call.endedReason ? describeEnding(call.endedReason) : <Missing label="not told" />}</Pair>
      </Pairs>
    </section>
  );
}
