import { lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { WorkspaceProvider } from '../app/workspace-provider.tsx';
import { useSessionState } from '../features/session/use-session-state.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { PassagePage } from './passage-page.tsx';
import { Shell } from './shell.tsx';

/** Few see it, and its form is no small thing to load. */
const NoOrganizationPage = lazyRouteComponent(() => import('./no-organization-page.tsx'), 'NoOrganizationPage');

/** Around every page: the workspace of whoever is signed in, and the shell it's shown in. */
export function Frame() {
  const session = useSessionState();
  if (session.kind !== 'signed-in') return null;
  return (
    <WorkspaceProvider passage={<PassagePage />}>
      <TooltipProvider delayDuration={300}>
        {session.orgId === null ? (
          <Suspense fallback={null}>
            <NoOrganizationPage />
          </Suspense>
        ) : (
          <Shell>
            <Outlet />
          </Shell>
        )}
      </TooltipProvider>
    </WorkspaceProvider>
  );
}
