import type { RingfenceOutputs } from '@ringfence/client';

/** What a connection's provider has by its own list, and what of it is here. */
export type Completeness = RingfenceOutputs['connections']['completeness'];
export type CompletenessDay = Completeness['days'][number];
