import type { RingfenceOutputs } from '@ringfence/client';

export type Member = RingfenceOutputs['members']['list']['items'][number];
