import './without-eval.ts';
import './app.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { embeddedProvider } from '../features/session/identity-provider.ts';
import { SessionContext } from '../features/session/session-context.ts';
import { Session } from '../features/session/session.ts';
import { createAppRouter } from './create-app-router.ts';
import { reloadWhenOutdated } from './reload-when-outdated.ts';
import { WorkspaceStoreContext } from './workspace-provider.tsx';
import { WorkspaceStore } from './workspace-store.ts';

reloadWhenOutdated();
const session = new Session(embeddedProvider);
const workspaces = new WorkspaceStore(session);
const router = createAppRouter(session);
session.subscribe(() => void router.invalidate());

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={session}>
      <WorkspaceStoreContext value={workspaces}>
        <RouterProvider router={router} />
      </WorkspaceStoreContext>
    </SessionContext>
  </StrictMode>,
);
