import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import { EventSource } from 'eventsource';
import { bearerFetch } from './bearer-fetch.ts';
import { endingLink } from './ending-link.ts';
import { jsonFetch } from './json-fetch.ts';
import { retryLink } from './retry-link.ts';
import type { RingfenceRouter } from './ringfence-router.ts';
import { streamFetch } from './stream-fetch.ts';
import type { TokenSource } from './token-source.ts';

/** Keeps a batch's address well below what proxies allow. */
const MAX_URL_LENGTH = 4_000;
/** What the server takes at once. */
const MOST_IN_A_BATCH = 50;

/**
 * Where the API is (`http://127.0.0.1:4000`, or '' for the page's own server), and as whom: a person's token or a program's API key.
 * When `signal` ends, so does the client: what is on its way is given up, and nothing is sent any more.
 */
export type RingfenceClientOptions = { readonly url: string; readonly signal?: AbortSignal } & (
  | { readonly token: TokenSource; readonly apiKey?: never }
  | { readonly apiKey: string; readonly token?: never }
);

export type RingfenceClient = TRPCClient<RingfenceRouter>;

/**
 * The typed client. Requests go in batches, and again where that is safe (see `waitBeforeRetry`); subscriptions are server-sent events
 * that come back by themselves, from the last event on, with a token asked for anew, until they are refused. Both carry the bearer
 * token alone. What fails is told by `failureOf(error)`.
 */
export function createRingfenceClient({ url, token, apiKey, signal }: RingfenceClientOptions): RingfenceClient {
  const address = `${url.replace(/\/+$/, '')}/trpc`;
  const fetch = bearerFetch(token ?? apiKey);
  return createTRPCClient<RingfenceRouter>({
    links: [
      ...(signal ? [endingLink(signal)] : []),
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: address, EventSource, eventSourceOptions: () => ({ fetch: streamFetch(fetch) }) }),
        false: [
          retryLink,
          httpBatchLink({ url: address, fetch: jsonFetch(fetch), maxURLLength: MAX_URL_LENGTH, maxItems: MOST_IN_A_BATCH }),
        ],
      }),
    ],
  });
}
