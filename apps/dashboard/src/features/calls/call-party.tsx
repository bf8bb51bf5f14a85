import { Link } from '@tanstack/react-router';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { CallStatus } from './call-status.tsx';
import type { CallItem } from './call-item.ts';
import { Direction } from './direction.tsx';
import { otherParty } from '../../ui/phone-number/other-party.ts';
import { ROW_LINK } from '../../ui/use-row-keys.ts';

interface CallPartyProps {
  readonly call: CallItem;
  readonly isActive: boolean;
  readonly onFocus: () => void;
}

/** Who a call was with, as the link that covers its row. On a phone the second line holds what the other columns did. */
export function CallParty({ call, isActive, onFocus }: CallPartyProps) {
  const party = otherParty(call);
  const stranger = call.direction === 'inbound' ? 'New caller' : 'New number';
  return (
    <>
      <Link
        to="/calls/$callId"
        params={{ callId: call.id }}
        tabIndex={isActive ? 0 : -1}
        onFocus={onFocus}
        {...{ [ROW_LINK]: '' }}
        className="block truncate outline-none after:absolute after:inset-0 max-tablet:text-touch"
      >
        {call.lead ? (
          <span className="font-strong">{call.lead.name}</span>
        ) : (
          <>
            <span className="text-caption text-muted-foreground max-tablet:hidden">{stranger}</span>
            <span className="font-strong tablet:hidden">
              <PhoneNumber {...party} />
            </span>
          </>
        )}
      </Link>
      <span className="flex items-center gap-1.5 tablet:hidden">
        <CallStatus call={call} as="word" />
        <Direction direction={call.direction} words="none" />
        <span className="truncate text-muted-foreground">{call.lead ? <PhoneNumber {...party} /> : stranger}</span>
      </span>
    </>
  );
}
