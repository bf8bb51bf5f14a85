import type { RingfenceOutputs } from '@ringfence/client';

/** A call as the list shows it. */
export type CallItem = RingfenceOutputs['calls']['list']['items'][number];
/** One page of the list, newest first. */
export type CallPage = RingfenceOutputs['calls']['list'];
/** A call with its legs, events, transcript and recordings. */
export type CallDetail = RingfenceOutputs['calls']['get'];
