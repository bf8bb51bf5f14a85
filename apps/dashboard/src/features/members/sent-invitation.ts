import type { RingfenceOutputs } from '@ringfence/client';

export type SentInvitation = RingfenceOutputs['members']['invitations']['items'][number];
