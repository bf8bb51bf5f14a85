import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, Fragment, type ReactNode, use, useSyncExternalStore } from 'react';
import { ApiProvider } from './api.ts';
import type { WorkspaceStore } from './workspace-store.ts';

export const WorkspaceStoreContext = createContext<WorkspaceStore | null>(null);

export function useWorkspaceStore(): WorkspaceStore {
  const store = use(WorkspaceStoreContext);
  if (!store) throw new Error('There is no workspace store around this part.');
  return store;
}

interface WorkspaceProviderProps {
  /** What is shown on the way from one organisation to another: nothing of either. */
  readonly passage: ReactNode;
  readonly children: ReactNode;
}

/** Gives the pages below their API and cache; with another workspace they start anew, state and all. */
export function WorkspaceProvider({ passage, children }: WorkspaceProviderProps) {
  const store = useWorkspaceStore();
  const { workspace, isMoving } = useSyncExternalStore(store.subscribe, store.current, store.current);
  if (!workspace) return isMoving ? passage : null;
  const { queryClient, client } = workspace;
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider trpcClient={client} queryClient={queryClient} keyPrefix={workspace.orgId ?? 'no-organization'}>
        <Fragment key={`${workspace.userId} ${workspace.orgId}`}>{children}</Fragment>
      </ApiProvider>
    </QueryClientProvider>
  );
}
