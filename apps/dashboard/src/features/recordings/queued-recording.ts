import type { RingfenceOutputs } from '@ringfence/client';

type Queue = RingfenceOutputs['recordings']['queue'];

/** A recording that isn't stored, as the queue tells of it. */
export type QueuedRecording = Queue['items'][number];
/** How many of them are in each state. */
export type QueueTotals = Queue['totals'];
