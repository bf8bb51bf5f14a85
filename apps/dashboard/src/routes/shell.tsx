import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { CallItem } from '../features/calls/call-item.ts';
import { LiveNotice } from '../features/calls/live-notice.tsx';
import { useLiveCalls } from '../features/calls/use-live-calls.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { useQueueRefresh } from '../features/recordings/use-queue-refresh.ts';
import { useSession } from '../features/session/session-context.ts';
import { CrumbPlace } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { UnsavedChanges } from '../ui/form/unsaved-changes.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { TimeZone } from '../ui/time/time-zone.ts';
import { Toasts } from '../ui/toasts.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { HelpSheet } from './help-sheet.tsx';
import { Sidebar } from './sidebar.tsx';
import { Topbar } from './topbar.tsx';

/** Tinted navigation left, one white panel for work. A page asks for its data at once, and shows it when its organisation is known too. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const organization = useOrganization();
  const live = useLiveCalls(useRenewedSession(), useQueueOfCalls());
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { pathname } = useLocation();
  useHotkeys({ '?': () => setHelpOpen(true) });
  useEffect(() => setMenuOpen(false), [pathname]);
  return (
    <ShellParts timeZone={organization.data?.timeZone ?? 'UTC'}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-primary px-3 py-1.5 text-primary-foreground focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="grid h-dvh bg-sidebar tablet:grid-cols-[3.5rem_minmax(0,1fr)] desk:grid-cols-[14rem_minmax(0,1fr)]">
        <Sidebar live={live.state} permissions={organization.data?.permissions ?? []} className="max-tablet:hidden" />
        <div className="flex min-h-0 min-w-0 flex-col bg-background tablet:m-2 tablet:ml-0 tablet:overflow-hidden tablet:rounded-panel tablet:border tablet:border-border tablet:lifted-sm">
          <Topbar
            organization={organization.data ?? null}
            onMenu={() => setMenuOpen(true)}
            onHelp={() => setHelpOpen(true)}
            crumbPlace={setCrumbs}
          />
          <LiveNotice live={live} />
          <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col outline-none">
            {organization.isError ? (
              <FailedPart
                title="Your organisation could not be loaded"
                advice="Nothing is lost. Check your connection, then load it again."
                onRetry={() => void organization.refetch()}
              />
            ) : (
              <CrumbPlace value={crumbs}>{children}</CrumbPlace>
            )}
          </main>
        </div>
      </div>
      <Sheet title="Menu" isOpen={isMenuOpen} onClose={() => setMenuOpen(false)}>
        <Sidebar live={live.state} permissions={organization.data?.permissions ?? []} isWide />
      </Sheet>
      <HelpSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </ShellParts>
  );
}

/** What every page may ask of its shell. */
function ShellParts({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }) {
  return (
    <TimeZone value={timeZone}>
      <UnsavedChanges>
        <Toasts>{children}</Toasts>
      </UnsavedChanges>
    </TimeZone>
  );
}

/** Lets the queue of recordings follow the stream of calls, which tells of each step of a recording. */
function useQueueOfCalls(): (call: CallItem | null) => void {
  const refresh = useQueueRefresh();
  return useCallback(
    (call) => {
      if (call === null || call.recordingStatus !== null) refresh();
    },
    [refresh],
  );
}

/** Takes a fresh token: somebody who was removed gets one without this organisation, and the page lets go of what it shows. */
function useRenewedSession(): () => void {
  const session = useSession();
  return useCallback(() => {
    // A server that can't be reached is told of by the stream, which tries again.
    session.renew().catch((error: unknown) => console.warn('The sign-in could not be renewed.', error));
  }, [session]);
}
