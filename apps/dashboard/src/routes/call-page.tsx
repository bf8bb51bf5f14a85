import { getRouteApi, Link } from '@tanstack/react-router';
import { CallDetails } from '../features/calls/call-details.tsx';
import { CallEvents } from '../features/calls/call-events.tsx';
import { CallHeader } from '../features/calls/call-header.tsx';
import type { CallDetail } from '../features/calls/call-item.ts';
import { CallLead } from '../features/calls/call-lead.tsx';
import { CallLegs } from '../features/calls/call-legs.tsx';
import { otherParty } from '../ui/phone-number/other-party.ts';
import { Transcript } from '../features/calls/transcript.tsx';
import { useCall } from '../features/calls/use-call.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { NoSound } from '../features/recordings/no-sound.tsx';
import { RecordingHistory } from '../features/recordings/recording-history.tsx';
import type { Recording } from '../features/recordings/recording.ts';
import { RecordingPlayer } from '../features/recordings/recording-player.tsx';
import { usePlayer } from '../features/recordings/use-player.ts';
import { Crumb, Crumbs } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { isAbsent } from '../app/is-absent.ts';
import { Pane } from '../ui/pane.tsx';
import { formatParty } from '../ui/phone-number/format-party.ts';
import { formatClock, formatShortDay } from '../ui/time/format-time.ts';
import { useTimeZone } from '../ui/time/time-zone.ts';
import { viewerLocale } from '../ui/time/viewer-locale.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { CallSkeleton } from './call-skeleton.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { useSearchCalls } from './use-search-calls.ts';

const route = getRouteApi('/frame/calls/$callId');

export function CallPage() {
  const { callId } = route.useParams();
  const call = useCall(callId);
  const organization = useOrganization();
  if (call.isPending || organization.isPending) return <CallSkeleton />;
  if (call.data) return <CallView key={call.data.id} call={call.data} />;
  if (isAbsent(call.error)) return <NotFoundPage />;
  return (
    <FailedPart
      title="The call could not be loaded"
      advice="Nothing of it is lost. Check your connection, then load it again."
      onRetry={() => void call.refetch()}
    />
  );
}

function CallView({ call }: { readonly call: CallDetail }) {
  const zone = useTimeZone();
  const organization = useOrganization();
  const searchCalls = useSearchCalls();
  const startedAt = new Date(call.startedAt);
  const when = `${formatShortDay(startedAt, zone, new Date())}, ${formatClock(startedAt, zone)}`;
  const name = call.lead?.name ?? formatParty(otherParty(call), viewerLocale.country) ?? 'Call';
  usePageTitle(name, when, organization.data?.name);
  useHotkeys({ '/': searchCalls });
  const stored = call.recordings.find((recording) => recording.state === 'stored');
  return (
    <>
      <Crumbs>
        <Crumb>
          <Link to="/calls">Calls</Link>
        </Crumb>
        <Crumb>{when}</Crumb>
      </Crumbs>
      {/* On a phone all of this scrolls as one, with the player at its top. */}
      <div className="flex min-h-0 flex-1 flex-col max-tablet:block max-tablet:overflow-y-auto">
        <CallHeader call={call} />
        {stored ? <PlayedCall call={call} recording={stored} /> : <SilentCall call={call} name={name} />}
      </div>
    </>
  );
}

function PlayedCall({ call, recording }: { readonly call: CallDetail; readonly recording: Recording }) {
  const player = usePlayer(recording);
  return (
    <>
      <RecordingPlayer recording={recording} player={player} />
      <CallPanes call={call} positionMs={player.hasBegun ? player.positionMs : null} onJump={(at) => player.seek(at, 'play')} />
    </>
  );
}

function SilentCall({ call, name }: { readonly call: CallDetail; readonly name: string }) {
  return (
    <>
      <NoSound call={call} name={name} />
      <CallPanes call={call} positionMs={null} onJump={null} />
    </>
  );
}

interface CallPanesProps {
  readonly call: CallDetail;
  readonly positionMs: number | null;
  readonly onJump: ((positionMs: number) => void) | null;
}

function CallPanes({ call, positionMs, onJump }: CallPanesProps) {
  return (
    <div className="min-h-0 flex-1 tablet:grid tablet:grid-cols-[minmax(0,1fr)_19rem] tablet:grid-rows-[auto_minmax(0,1fr)] desk:grid-cols-[minmax(0,1fr)_19.5rem_18.5rem] desk:grid-rows-1 max-tablet:divide-y max-tablet:divide-border">
      <div className="flex min-h-0 min-w-0 flex-col *:flex-1 tablet:row-span-2 desk:row-span-1">
        <Transcript call={call} positionMs={positionMs} onJump={onJump} />
      </div>
      <Pane title="Timeline" className="border-border max-desk:order-1 max-desk:tablet:border-t tablet:border-l">
        <CallLegs call={call} />
        <CallEvents events={call.events} />
        {call.recordings.map((recording, index) => (
          <RecordingHistory
            key={recording.id}
            recordingId={recording.id}
            title={call.recordings.length === 1 ? 'Recording' : `Recording ${index + 1} of ${call.recordings.length}`}
          />
        ))}
      </Pane>
      <div className="min-w-0 overflow-y-auto border-border tablet:border-l">
        <CallLead call={call} />
        <CallDetails call={call} />
      </div>
    </div>
  );
}
