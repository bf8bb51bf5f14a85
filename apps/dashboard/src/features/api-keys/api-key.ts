import type { RingfenceOutputs } from '@ringfence/client';

export type ApiKey = RingfenceOutputs['apiKeys']['list']['items'][number];
