import { createRingfenceClient, type RingfenceClient, type TokenSource } from '@ringfence/client';
import { QueryClient } from '@tanstack/react-query';

/** How long an answer counts as fresh when nothing tells of a change. */
const FRESH_MS = 30_000;

/** One user in one organisation: the client with its token, and the cache of what it answered. */
export interface Workspace {
  readonly userId: string;
  /** null: signed in, and a member of none. */
  readonly orgId: string | null;
  readonly client: RingfenceClient;
  readonly queryClient: QueryClient;
  /** Ends it for good: requests and streams are given up, the cache is cleared, and nothing is asked any more. */
  close(): void;
}

/** A cache of its own for each: an answer that comes late finds only the cache it was asked for. */
export function createWorkspace(userId: string, orgId: string | null, token: TokenSource): Workspace {
  const ending = new AbortController();
  const queryClient = new QueryClient({
    defaultOptions: {
      // The client asks again by itself what is worth it.
      queries: { staleTime: FRESH_MS, refetchOnWindowFocus: false, retry: false },
      mutations: { retry: false },
    },
  });
  return {
    userId,
    orgId,
    client: createRingfenceClient({ url: '', token, signal: ending.signal }),
    queryClient,
    close() {
      ending.abort();
      void queryClient.cancelQueries();
      queryClient.clear();
    },
  };
}
