import type { RingfenceOutputs } from '@ringfence/client';

type Call = RingfenceOutputs['calls']['get'];

/** A recording as its call tells of it. */
export type Recording = Call['recordings'][number];
/** What decides over what there is to hear of a call. */
export type RecordedCall = Pick<Call, 'recordingState' | 'recordings' | 'status'>;
