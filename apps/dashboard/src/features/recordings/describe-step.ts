import { AudioLines, Check, CirclePause, CloudDownload, type LucideIcon, RotateCw, TriangleAlert, Unplug } from 'lucide-react';
import { FAILURE_WORDS } from './failure-words.ts';
import type { RecordingStep } from './recording-step.ts';

export interface StepWords {
  readonly words: string;
  /** Below, smaller; null where there is no more to say. */
  readonly more: string | null;
  readonly icon: LucideIcon;
}

/** One step of a recording's history in our words. */
export function describeStep({ kind, attempt, reason, message }: RecordingStep): StepWords {
  switch (kind) {
    case 'received':
      return { words: 'Told by the provider', more: null, icon: AudioLines };
    case 'claimed':
      return { words: `Attempt ${attempt} began`, more: null, icon: CloudDownload };
    case 'failed':
      return { words: `Attempt ${attempt} failed`, more: message, icon: TriangleAlert };
    case 'given-up':
      return { words: reason ? FAILURE_WORDS[reason].cause : 'Given up', more: message, icon: TriangleAlert };
    case 'refused':
      return { words: 'The provider refused our sign-in', more: 'Downloads paused; the attempt does not count.', icon: CirclePause };
    case 'freed':
      return { words: 'Its worker was lost', more: 'Put back in the queue.', icon: Unplug };
    case 'retried':
      return { words: 'Put back in the queue', more: message, icon: RotateCw };
    case 'stored':
      return { words: 'Stored', more: attempt === 1 ? 'At the first attempt.' : `At attempt ${attempt}.`, icon: Check };
  }
}
