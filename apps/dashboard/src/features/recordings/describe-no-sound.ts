import { isTerminal } from '@ringfence/domain/calls';
import { CircleDot, CircleOff, Clock, FileAudio, type LucideIcon, Mic, TriangleAlert } from 'lucide-react';
import { FAILURE_WORDS } from './failure-words.ts';
import type { RecordedCall, Recording } from './recording.ts';

export interface NoSoundWords {
  readonly icon: LucideIcon;
  readonly color: string;
  readonly title: string;
  readonly detail: string;
}

const QUIET = 'text-muted-foreground';
const NOT_ANSWERED: readonly string[] = ['missed', 'busy', 'failed', 'canceled'];

/** Why there is nothing to hear of a call, and what happens next. `recording`: the one that is meant; null where there is none. */
export function describeNoSound(call: RecordedCall, recording: Recording | null): NoSoundWords {
  switch (call.recordingState) {
    case 'none-expected':
      return { icon: Mic, color: QUIET, title: 'No recording', detail: noneWords(call.status) };
    case 'expected':
      return {
        icon: Clock,
        color: QUIET,
        title: 'A recording is expected',
        detail: isTerminal(call.status)
          ? 'The provider tells of it within minutes of the call. It appears here by itself.'
          : 'It comes after the call, and appears here by itself.',
      };
    case 'failed':
    case 'gone': {
      const { cause, remedy } = FAILURE_WORDS[recording?.failureReason ?? (call.recordingState === 'gone' ? 'gone' : 'internal')];
      const isGone = call.recordingState === 'gone';
      return { icon: isGone ? CircleOff : TriangleAlert, color: isGone ? QUIET : 'text-status-failed', title: cause, detail: remedy };
    }
    case 'stored-not-playable':
      return {
        icon: FileAudio,
        color: QUIET,
        title: 'Stored, but browsers can’t play it',
        detail: 'It is kept whole in the form that the provider sent. Download it to play it elsewhere.',
      };
    case 'on-its-way':
    case 'stored':
      return recording?.status === 'processing'
        ? {
            icon: CircleDot,
            color: 'text-status-in-progress',
            title: 'The recording is being fetched',
            detail: 'It can be played here as soon as it is stored. Nothing to reload.',
          }
        : {
            icon: Clock,
            color: QUIET,
            title: 'The recording waits to be fetched',
            detail: recording && recording.attempts > 0 ? 'It is tried again by itself.' : 'It is in the queue. Nothing to reload.',
          };
  }
}

function noneWords(status: RecordedCall['status']): string {
  if (NOT_ANSWERED.includes(status)) return 'Nobody answered, so there was nothing to record.';
  return 'The line does not record, or the provider told of none.';
}
