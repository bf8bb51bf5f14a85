import type { RingfenceOutputs } from '@ringfence/client';

/** What happened to a recording at one time. */
export type RecordingStep = RingfenceOutputs['recordings']['history']['items'][number];
