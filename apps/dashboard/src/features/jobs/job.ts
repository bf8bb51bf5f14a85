import type { RingfenceOutputs } from '@ringfence/client';

type JobList = RingfenceOutputs['jobs']['list'];

/** A piece of background work of this organisation. */
export type Job = JobList['items'][number];
export type JobState = Job['state'];
/** How many there are of each state. */
export type JobTotals = JobList['totals'];
