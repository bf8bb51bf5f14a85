import { CircleDot, Clock, type LucideIcon, Mic, TriangleAlert } from 'lucide-react';
import type { Recording } from './recording.ts';
import { FAILURE_WORDS } from './failure-words.ts';

interface NoSoundProps {
  /** null: none was announced. */
  readonly recording: Recording | null;
  readonly isRunning: boolean;
}

interface Reason {
  readonly icon: LucideIcon;
  readonly color: string;
  readonly title: string;
  readonly detail: string;
}

/** In the player's place: why there is nothing to hear, and what happens next. */
export function NoSound({ recording, isRunning }: NoSoundProps) {
  const { icon: Icon, color, title, detail } = reasonFor(recording, isRunning);
  return (
    <section aria-label="Recording" className="flex shrink-0 items-start gap-2.5 border-b border-border px-5 py-3.5 max-tablet:px-4">
      <Icon className={`mt-0.5 size-4 shrink-0 stroke-[2.25] ${color}`} aria-hidden="true" />
      <p className="text-pretty">
        <strong className={`font-strong ${color === 'text-muted-foreground' ? 'text-foreground' : color}`}>{title}.</strong>{' '}
        <span className="text-muted-foreground">{detail}</span>
      </p>
    </section>
  );
}

function reasonFor(recording: Recording | null, isRunning: boolean): Reason {
  if (!recording) {
    return {
      icon: Mic,
      color: 'text-muted-foreground',
      title: 'No recording',
      detail: isRunning ? 'It comes after the call, if the line records.' : 'The provider announced none for this call.',
    };
  }
  if (recording.status === 'failed') {
    const { cause, remedy } = FAILURE_WORDS[recording.failureReason ?? 'internal'];
    return { icon: TriangleAlert, color: 'text-status-failed', title: cause, detail: `${remedy} ${attemptWords(recording)}` };
  }
  if (recording.status === 'processing') {
    return {
      icon: CircleDot,
      color: 'text-status-in-progress',
      title: 'The recording is being fetched',
      detail: 'It can be played here as soon as it is stored. Nothing to reload.',
    };
  }
  return {
    icon: Clock,
    color: 'text-muted-foreground',
    title: 'The recording waits to be fetched',
    detail:
      recording.attempts > 0 ? `${attemptWords(recording)} It is tried again by itself.` : 'It is next in the queue. Nothing to reload.',
  };
}

function attemptWords({ attempts, lastError }: Recording): string {
  const count = attempts === 1 ? 'One attempt' : `${attempts} attempts`;
  return lastError ? `${count}, the last one: ${lastError}.` : `${count} so far.`;
}
