import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import { EventSource } from 'eventsource';
import { bearerFetch } from './bearer-fetch.ts';
import type { RingfenceRouter } from './ringfence-router.ts';
import type { TokenSource } from './token-source.ts';

/** Keeps a batch's address well below what proxies allow. */
const MAX_URL_LENGTH = 4_000;

export interface RingfenceClientOptions {
  /** Where the API is: `http://127.0.0.1:4000`, or '' for the page's own server. */
  readonly url: string;
  readonly token: TokenSource;
}

export type RingfenceClient = TRPCClient<RingfenceRouter>;

/** The typed client: requests in batches, subscriptions as server-sent events, both with the bearer token alone. */
export function createRingfenceClient({ url, token }: RingfenceClientOptions): RingfenceClient {
  const address = `${url.replace(/\/+$/, '')}/trpc`;
  const fetch = bearerFetch(token);
  return createTRPCClient<RingfenceRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: address, EventSource, eventSourceOptions: { fetch } }),
        false: httpBatchLink({ url: address, fetch, maxURLLength: MAX_URL_LENGTH }),
      }),
    ],
  });
}
