import type { RingfenceOutputs } from '@ringfence/client';

export type Connection = RingfenceOutputs['connections']['list'][number];
