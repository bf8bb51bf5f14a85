import { memo } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import { CallDuration } from './call-duration.tsx';
import type { CallItem } from './call-item.ts';
import { CallParty } from './call-party.tsx';
import { CallStatus } from './call-status.tsx';
import { Direction } from './direction.tsx';
import { otherParty } from '../../ui/phone-number/other-party.ts';
import { RecordingMark } from './recording-mark.tsx';

const CELL =
  'h-(--row) truncate border-b border-border px-2 first:pl-4 last:pr-4 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0 max-tablet:last:pr-0';
const WIDE = `${CELL} max-tablet:hidden`;

interface CallRowProps {
  readonly call: CallItem;
  readonly isActive: boolean;
  readonly onActive: (id: string) => void;
}

/** One call: a row of the table, or two lines on a phone. */
export const CallRow = memo(function CallRow({ call, isActive, onActive }: CallRowProps) {
  return (
    <tr
      role="row"
      className="group/row relative scroll-mt-16 scroll-mb-2 hover:bg-accent has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-ring max-tablet:grid max-tablet:h-(--row-touch) max-tablet:grid-cols-[1rem_minmax(0,1fr)_auto] max-tablet:content-center max-tablet:gap-x-3 max-tablet:border-b max-tablet:border-border max-tablet:px-4"
    >
      <td role="cell" className={`${CELL} max-tablet:row-span-2 max-tablet:pt-1`}>
        <span className="max-tablet:hidden">
          <CallStatus call={call} />
        </span>
        <span className="tablet:hidden" aria-hidden="true">
          <CallStatus call={call} as="icon" />
        </span>
      </td>
      <td role="cell" className={WIDE}>
        <Direction direction={call.direction} words="short" />
      </td>
      <td role="cell" className={`${CELL} max-tablet:row-span-2`}>
        <CallParty call={call} isActive={isActive} onFocus={() => onActive(call.id)} />
      </td>
      <td role="cell" className={WIDE}>
        <PhoneNumber {...otherParty(call)} />
      </td>
      <td role="cell" className={`${CELL} text-right max-tablet:leading-5.5 max-tablet:text-muted-foreground`}>
        <Moment at={call.startedAt} />
      </td>
      <td role="cell" className={`${CELL} text-right max-tablet:col-start-3`}>
        <CallDuration call={call} />
      </td>
      <td role="cell" className={`${WIDE} text-center`}>
        <RecordingMark status={call.recordingStatus} />
      </td>
      <td role="cell" className={WIDE}>
        <span className="grid grid-cols-[1.25rem_minmax(0,1.4fr)_minmax(0,1fr)] items-center gap-2">
          <Avatar name={call.agentName} />
          <span className={`truncate ${call.agentName ? '' : 'text-caption text-muted-foreground'}`}>{call.agentName ?? 'No one'}</span>
          <span className="truncate text-caption text-muted-foreground">{call.connectionName}</span>
        </span>
      </td>
    </tr>
  );
});
