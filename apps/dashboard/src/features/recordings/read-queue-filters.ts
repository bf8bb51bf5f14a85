import { QUEUE_STATES } from '@ringfence/domain/recordings';
import type { QueueFilters } from './queue-filters.ts';

/** The filter of an address; a state that isn't one is left out. */
export function readQueueFilters(search: Record<string, unknown>): QueueFilters {
  const state = QUEUE_STATES.find((known) => known === search['state']);
  return state ? { state } : {};
}
