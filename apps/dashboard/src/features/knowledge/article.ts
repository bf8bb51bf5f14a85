import type { RingfenceOutputs } from '@ringfence/client';

export type Article = RingfenceOutputs['knowledge']['list']['items'][number];
