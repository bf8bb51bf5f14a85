import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, Fragment, type ReactNode, use, useSyncExternalStore } from 'react';
import { ApiProvider } from './api.ts';
import type { WorkspaceStore } from './workspace-store.ts';

export const WorkspaceStoreContext = createContext<WorkspaceStore | null>(null);

/** Gives the pages below their API and cache; with another workspace they start anew, state and all. */
export function WorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const store = use(WorkspaceStoreContext);
  if (!store) throw new Error('There is no workspace store around this part.');
  const workspace = useSyncExternalStore(store.subscribe, store.current, store.current);
  if (!workspace) return null;
  const { queryClient, client } = workspace;
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider trpcClient={client} queryClient={queryClient} keyPrefix={workspace.orgId ?? 'no-organization'}>
        <Fragment key={`${workspace.userId} ${workspace.orgId}`}>{children}</Fragment>
      </ApiProvider>
    </QueryClientProvider>
  );
}
