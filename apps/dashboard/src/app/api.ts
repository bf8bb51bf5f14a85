import type { RingfenceRouter } from '@ringfence/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';

/** The API as query options. Each key begins with the organisation, by the provider's `keyPrefix`. */
export const {
  TRPCProvider: ApiProvider,
  useTRPC: useApi,
  useTRPCClient: useApiClient,
} = createTRPCContext<RingfenceRouter, { keyPrefix: true }>();
