import { Missing } from '../../ui/missing.tsx';
import { Countdown } from '../../ui/time/countdown.tsx';
import type { QueuedRecording } from './queued-recording.ts';

/** When a recording is tried next. */
export function NextTry({ recording }: { readonly recording: QueuedRecording }) {
  const { state, nextAttemptAt, isPaused } = recording;
  if (state === 'running') return 'now';
  if (state === 'waiting' && isPaused) return 'paused';
  if (nextAttemptAt !== null) return <Countdown to={nextAttemptAt} due="next" />;
  return state === 'waiting' ? 'next' : <Missing label="not by itself" />;
}
