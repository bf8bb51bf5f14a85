import type { QueueState } from '@ringfence/domain/recordings';

/** What the queue's address asks for; nothing: every state. */
export interface QueueFilters {
  readonly state?: QueueState;
}
