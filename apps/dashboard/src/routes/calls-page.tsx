import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { CallsFoot } from '../features/calls/calls-foot.tsx';
import { CallsTable } from '../features/calls/calls-table.tsx';
import { CallsToolbar } from '../features/calls/calls-toolbar.tsx';
import type { CallFilters } from '../features/calls/call-filters.ts';
import { NoCalls } from '../features/calls/no-calls.tsx';
import { useCalls } from '../features/calls/use-calls.ts';
import { useHeldCalls } from '../features/calls/use-held-calls.ts';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { Crumb, Crumbs } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';

const route = getRouteApi('/frame/calls');

export function CallsPage() {
  const filters = route.useSearch();
  const navigate = useNavigate();
  const organization = useOrganization();
  const calls = useCalls(filters);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const loaded = useMemo(() => calls.data?.pages.flatMap((page) => page.items) ?? [], [calls.data]);
  const { shown, heldCount, show } = useHeldCalls(loaded, scroller);
  const { fetchNextPage } = calls;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const change = useCallback((next: CallFilters) => void navigate({ to: '/calls', search: next, replace: true }), [navigate]);
  usePageTitle('Calls', organization.data?.name);
  useRowKeys(scroller);
  useHotkeys({ '/': () => search.current?.focus(), n: show });
  useFocusSearch(search);
  const address = JSON.stringify(filters);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [address]);

  return (
    <>
      <Crumbs>
        <Crumb>Calls</Crumb>
      </Crumbs>
      <CallsToolbar filters={filters} onChange={change} searchRef={search} />
      <div className="relative min-h-0 flex-1">
        {heldCount > 0 ? <ArrivalsPill count={heldCount} onShow={show} /> : null}
        <div
          ref={scroller}
          role="region"
          aria-label="List of calls"
          aria-busy={calls.isPlaceholderData}
          className="h-full overflow-y-auto border-t border-border [overflow-anchor:none]"
        >
          {calls.isPending || organization.isPending ? (
            <ListSkeleton />
          ) : calls.isError && loaded.length === 0 ? (
            <FailedPart
              title="The calls could not be loaded"
              advice="Calls keep arriving meanwhile; nothing is lost. Check your connection, then load them again."
              onRetry={() => void calls.refetch()}
            />
          ) : shown.length === 0 ? (
            <NoCalls filters={filters} canConnect={organization.data?.permissions.includes('connections.read') ?? false} />
          ) : (
            <>
              <CallsTable calls={shown} hasMore={calls.hasNextPage} />
              <LoadMore
                hasMore={calls.hasNextPage}
                isLoading={calls.isFetchingNextPage}
                isFailed={calls.isFetchNextPageError}
                onMore={loadMore}
                label="Load older calls"
              />
            </>
          )}
        </div>
      </div>
      <CallsFoot count={shown.length} hasMore={calls.hasNextPage} />
    </>
  );
}

/** Puts the cursor into the search when one came here to search. */
function useFocusSearch(search: { readonly current: HTMLInputElement | null }): void {
  const isWanted = useLocation({ select: (location) => location.state.focusSearch === true });
  useEffect(() => {
    if (isWanted) search.current?.focus();
  }, [isWanted, search]);
}

function ArrivalsPill({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  return (
    <button
      type="button"
      onClick={onShow}
      className="appears lifted absolute top-8.5 left-1/2 z-[5] flex h-7 -translate-x-1/2 items-center gap-1.5 rounded-full bg-primary pr-2 pl-2.5 font-strong whitespace-nowrap text-primary-foreground hover:bg-primary-hover max-tablet:top-1 max-tablet:right-4 max-tablet:left-auto max-tablet:translate-x-0 max-tablet:pr-3"
    >
      <ArrowUp className="size-4 stroke-[2.25]" aria-hidden="true" />
      <span role="status">{count === 1 ? '1 new call' : `${count} new calls`}</span>
      <span className="contents [&_kbd]:border-current/35 [&_kbd]:bg-transparent [&_kbd]:text-inherit">
        <Kbd>N</Kbd>
      </span>
    </button>
  );
}
