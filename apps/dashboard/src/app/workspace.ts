import { createRingfenceClient, type RingfenceClient, type TokenSource } from '@ringfence/client';
import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './is-worth-retrying.ts';

/** How long an answer counts as fresh when nothing tells of a change. */
const FRESH_MS = 30_000;

/** One user in one organisation: the client with its token, and the cache of what it answered. */
export interface Workspace {
  readonly userId: string;
  /** null: signed in, and a member of none. */
  readonly orgId: string | null;
  readonly client: RingfenceClient;
  readonly queryClient: QueryClient;
  /** Clears the cache for good: nothing is asked any more, and what is still on its way reaches nobody. */
  close(): void;
}

/** A cache of its own for each: an answer that comes late finds only the cache it was asked for. */
export function createWorkspace(userId: string, orgId: string | null, token: TokenSource): Workspace {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, refetchOnWindowFocus: false, retry: (count, error) => count < 2 && isWorthRetrying(error) },
      mutations: { retry: false },
    },
  });
  return {
    userId,
    orgId,
    client: createRingfenceClient({ url: '', token }),
    queryClient,
    close() {
      void queryClient.cancelQueries();
      queryClient.clear();
    },
  };
}
