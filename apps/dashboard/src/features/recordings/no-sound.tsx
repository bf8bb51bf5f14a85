import { Link } from '@tanstack/react-router';
import { Countdown } from '../../ui/time/countdown.tsx';
import { DeletionDay } from './deletion-day.tsx';
import { describeNoSound } from './describe-no-sound.ts';
import { DownloadLink } from './download-link.tsx';
import type { RecordedCall, Recording } from './recording.ts';
import { RetryButton } from './retry-button.tsx';

interface NoSoundProps {
  readonly call: RecordedCall;
  /** Whose call it is. */
  readonly name: string;
}

/** In the player's place: why there is nothing to hear, what happens next, and what one can do. */
export function NoSound({ call, name }: NoSoundProps) {
  const recording = recordingMeant(call);
  const { icon: Icon, color, title, detail } = describeNoSound(call, recording);
  const isOver = recording?.state === 'failed' || recording?.state === 'gone';
  return (
    <section
      aria-label="Recording"
      className="flex shrink-0 flex-wrap items-start gap-x-2.5 gap-y-2 border-b border-border px-5 py-3.5 max-tablet:px-4"
    >
      <p className="flex min-w-0 flex-[1_1_18rem] gap-2.5 text-pretty">
        <Icon className={`mt-0.5 size-4 shrink-0 stroke-[2.25] ${color}`} aria-hidden="true" />
        <span>
          <strong className={`font-strong ${color === 'text-muted-foreground' ? 'text-foreground' : color}`}>{title}.</strong>{' '}
          <span className="text-muted-foreground">
            {detail} {recording ? <Attempts recording={recording} /> : null}
          </span>
        </span>
      </p>
      {recording?.state === 'stored-not-playable' ? <DownloadLink recordingId={recording.id} look="outline" /> : null}
      {recording && isOver ? (
        <span className="flex gap-1">
          <Link
            to="/recordings"
            search={{ state: recording.state === 'gone' ? 'gone' : 'failed' }}
            className="flex h-7 items-center px-2 font-medium text-primary underline-offset-3 hover:underline max-tablet:h-9"
          >
            See the queue
          </Link>
          <RetryButton recordingId={recording.id} name={name} />
        </span>
      ) : null}
    </section>
  );
}

/** The recording that the call's state tells of; of several, the latest such. */
function recordingMeant({ recordingState, recordings }: RecordedCall): Recording | null {
  return recordings.findLast(({ state }) => state === recordingState) ?? null;
}

/** What was tried, and when it is tried next. */
function Attempts({ recording }: { readonly recording: Recording }) {
  const { nextAttemptAt, status } = recording;
  if (status === 'stored' || status === 'processing') return null;
  return (
    <>
      {attemptWords(recording)}{' '}
      {nextAttemptAt ? (
        <>
          Next try: <Countdown to={nextAttemptAt} due="next in line" />.{' '}
        </>
      ) : null}
      <DeletionDay recording={recording} />
    </>
  );
}

/** "5 attempts so far, the last one: the provider answered with status 503." What failed for good has said why already. */
function attemptWords({ attempts, lastError, status }: Recording): string {
  if (attempts === 0) return '';
  const count = attempts === 1 ? 'One attempt so far' : `${attempts} attempts so far`;
  if (!lastError || status === 'failed') return `${count}.`;
  return `${count}${attempts === 1 ? '' : ', the last one'}: ${lastError.charAt(0).toLowerCase()}${lastError.slice(1)}`;
}
