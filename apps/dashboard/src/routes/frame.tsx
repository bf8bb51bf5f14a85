import { Outlet } from '@tanstack/react-router';
import { WorkspaceProvider } from '../app/workspace-provider.tsx';
import { useSessionState } from '../features/session/use-session-state.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { NoOrganizationPage } from './no-organization-page.tsx';
import { Shell } from './shell.tsx';

/** Around every page: the workspace of whoever is signed in, and the shell it's shown in. */
export function Frame() {
  const session = useSessionState();
  if (session.kind !== 'signed-in') return null;
  return (
    <WorkspaceProvider>
      <TooltipProvider delayDuration={300}>
        {session.orgId === null ? (
          <NoOrganizationPage />
        ) : (
          <Shell>
            <Outlet />
          </Shell>
        )}
      </TooltipProvider>
    </WorkspaceProvider>
  );
}
