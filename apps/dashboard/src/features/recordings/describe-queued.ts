import { FAILURE_WORDS } from './failure-words.ts';
import type { QueuedRecording } from './queued-recording.ts';

export interface QueuedWords {
  /** What happened last. */
  readonly cause: string;
  /** What happens next, or what to do. */
  readonly remedy: string;
}

type Described = Pick<QueuedRecording, 'state' | 'reason' | 'message' | 'attempts' | 'isPaused' | 'connectionName' | 'nextAttemptAt'>;

/** What there is to say of a recording in the queue. */
export function describeQueued(recording: Described): QueuedWords {
  const { state, reason, message, isPaused, connectionName, nextAttemptAt } = recording;
  if (state === 'running') return { cause: 'Being fetched', remedy: 'It can be played as soon as it is whole.' };
  if (state !== 'waiting') {
    const { cause, remedy } = FAILURE_WORDS[reason ?? 'internal'];
    return { cause, remedy: nextAttemptAt === null ? remedy : 'Tried again by itself.' };
  }
  if (isPaused) {
    return {
      cause: FAILURE_WORDS['sign-in-refused'].cause,
      remedy: `Downloads of ${connectionName} are paused until its secret is set anew. No attempt is used up.`,
    };
  }
  if (message !== null) return { cause: message.replace(/\.$/, ''), remedy: 'Tried again by itself.' };
  return { cause: 'In line', remedy: 'Starts when a worker is free.' };
}
