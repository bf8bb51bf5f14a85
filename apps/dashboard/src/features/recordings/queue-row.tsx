import { Link } from '@tanstack/react-router';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { Missing } from '../../ui/missing.tsx';
import { formatParty } from '../../ui/phone-number/format-party.ts';
import { otherParty } from '../../ui/phone-number/other-party.ts';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { formatDuration } from '../../ui/time/format-duration.ts';
import { Moment } from '../../ui/time/moment.tsx';
import { viewerLocale } from '../../ui/time/viewer-locale.ts';
import { ROW_LINK } from '../../ui/use-row-keys.ts';
import { DeletionDay } from './deletion-day.tsx';
import { describeQueued } from './describe-queued.ts';
import { NextTry } from './next-try.tsx';
import type { QueuedRecording } from './queued-recording.ts';
import { RetryButton } from './retry-button.tsx';

const CELL =
  'h-13 border-b border-border px-2 first:pl-4 last:pr-4 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0 max-tablet:last:pr-0';
const NUMBER = `${CELL} text-right whitespace-nowrap max-tablet:hidden`;
const SECOND = 'block truncate text-caption text-muted-foreground max-tablet:whitespace-normal';

/** One recording that isn't stored: whose, why, when next, and what one can do. */
export function QueueRow({ recording }: { readonly recording: QueuedRecording }) {
  const party = otherParty(recording);
  const name = formatParty(party, viewerLocale.country) ?? 'an unknown number';
  const { cause, remedy } = describeQueued(recording);
  const isOver = recording.state === 'failed' || recording.state === 'gone';
  const isLeft = isOver && recording.nextAttemptAt === null;
  return (
    <tr
      role="row"
      className="scroll-mt-16 scroll-mb-2 leading-4.5 hover:bg-accent has-[a[data-row-link]:focus-visible]:outline-2 has-[a[data-row-link]:focus-visible]:-outline-offset-2 has-[a[data-row-link]:focus-visible]:outline-ring max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:border-b max-tablet:border-border max-tablet:px-4 max-tablet:py-3"
    >
      <td role="cell" className={CELL}>
        <Link
          to="/calls/$callId"
          params={{ callId: recording.callId }}
          className="block truncate font-strong outline-none hover:underline hover:underline-offset-3"
          {...{ [ROW_LINK]: '' }}
        >
          <PhoneNumber {...party} />
        </Link>
        <span className={SECOND}>
          {recording.connectionName} · <Moment at={recording.startedAt} show="day" />
        </span>
      </td>
      <td role="cell" className={`${CELL} max-tablet:col-span-2 max-tablet:row-start-2`}>
        <span className="block truncate max-tablet:whitespace-normal" title={recording.message ?? undefined}>
          {cause}
        </span>
        <span className={SECOND} title={remedy}>
          {remedy} <DeletionDay recording={recording} />
        </span>
      </td>
      <td role="cell" className={`${NUMBER} max-desk:hidden`}>
        {recording.durationMs === null ? <Missing label="not known" /> : formatDuration(recording.durationMs / 1000)}
      </td>
      <td role="cell" className={NUMBER}>
        {recording.attempts === 0 ? <Missing label="none" /> : recording.attempts}
      </td>
      <td
        role="cell"
        className={`${CELL} text-right whitespace-nowrap max-tablet:col-start-1 max-tablet:row-start-3 max-tablet:text-left max-tablet:text-caption max-tablet:text-muted-foreground ${isLeft ? 'max-tablet:hidden' : ''}`}
      >
        <span className="tablet:hidden">Next try: </span>
        <NextTry recording={recording} />
      </td>
      <td role="cell" className={`${CELL} max-tablet:col-start-2 max-tablet:row-start-1`}>
        <span className="flex justify-end gap-1">
          {recording.isPaused ? <FixConnection connectionId={recording.connectionId} /> : null}
          {isOver ? <RetryButton recordingId={recording.id} name={name} /> : null}
        </span>
      </td>
    </tr>
  );
}

function FixConnection({ connectionId }: { readonly connectionId: string }) {
  if (!usePermission('connections.read')) return null;
  return (
    <Button asChild look="ghost" size="small">
      <Link to="/connections/{-$connectionId}" params={{ connectionId }}>
        Fix connection
      </Link>
    </Button>
  );
}
