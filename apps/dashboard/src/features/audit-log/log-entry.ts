import type { RingfenceOutputs } from '@ringfence/client';

export type LogEntry = RingfenceOutputs['auditLog']['list']['items'][number];
