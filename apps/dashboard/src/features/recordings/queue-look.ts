import type { QueueState } from '@ringfence/domain/recordings';
import { CircleDot, CircleOff, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';

interface QueueLook {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly color: string;
  /** Beside the word, over the rows. */
  readonly note: string;
  /** In the place of rows. */
  readonly none: string;
}

/** The states of the queue in the order in which one should look at them. */
export const QUEUE_LOOKS: Readonly<Record<QueueState, QueueLook>> = {
  failed: {
    word: 'Failed',
    icon: TriangleAlert,
    color: 'text-status-failed',
    note: 'Not stored, and somebody should look',
    none: 'No recording failed',
  },
  running: {
    word: 'Running',
    icon: CircleDot,
    color: 'text-status-in-progress',
    note: 'Being fetched just now',
    none: 'No recording is being fetched',
  },
  waiting: {
    word: 'Waiting',
    icon: Clock,
    color: 'text-muted-foreground',
    note: 'Fetched by themselves when their turn comes',
    none: 'No recording waits',
  },
  gone: {
    word: 'Gone',
    icon: CircleOff,
    color: 'text-muted-foreground',
    note: 'Their provider no longer has them',
    none: 'No recording is gone',
  },
};
export const QUEUE_ORDER = ['failed', 'running', 'waiting', 'gone'] as const satisfies readonly QueueState[];
