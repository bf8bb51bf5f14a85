import type { RingfenceOutputs } from '@ringfence/client';

export type LeadItem = RingfenceOutputs['leads']['list']['items'][number];
