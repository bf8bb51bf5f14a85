import type { RingfenceOutputs } from '@ringfence/client';

/** A recording as its call tells of it. */
export type Recording = RingfenceOutputs['calls']['get']['recordings'][number];
