import type { RingfenceClient } from '@ringfence/client';
import { useSyncExternalStore } from 'react';
import { useWorkspaceStore } from './workspace-provider.tsx';

export interface Move {
  /** Leaves this organisation's pages at once, does `work`, and opens those of the organisation that the sign-in names then. */
  readonly move: (work: (client: RingfenceClient) => Promise<void>) => Promise<void>;
  /** Whether the last move failed, so that one is still where one was. */
  readonly hasFailed: boolean;
}

/** The way from one organisation to another. */
export function useMove(): Move {
  const store = useWorkspaceStore();
  const { failure } = useSyncExternalStore(store.subscribe, store.current, store.current);
  return { move: (work) => store.move(work), hasFailed: failure !== null };
}
