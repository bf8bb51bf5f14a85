import { useCallback } from 'react';
import { LeadsTable } from '../features/leads/leads-table.tsx';
import { useLeads } from '../features/leads/use-leads.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { Blank } from '../ui/blank.tsx';
import { Crumb, Crumbs } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { useTimeZone } from '../ui/time/time-zone.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { useSearchCalls } from './use-search-calls.ts';

export function LeadsPage() {
  const organization = useOrganization();
  const zone = useTimeZone();
  const leads = useLeads();
  const { fetchNextPage } = leads;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const loaded = leads.data?.pages.flatMap((page) => page.items) ?? [];
  usePageTitle('Leads', organization.data?.name);
  useHotkeys({ '/': useSearchCalls() });
  return (
    <>
      <Crumbs>
        <Crumb>Leads</Crumb>
      </Crumbs>
      <PageHead title="Leads">
        <span className="ml-auto truncate text-caption text-muted-foreground">Times in {zone}</span>
      </PageHead>
      <div
        role="region"
        aria-label="List of leads"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto border-t border-border outline-offset-[-2px]"
      >
        {leads.isPending || organization.isPending ? (
          <ListSkeleton />
        ) : leads.isError && loaded.length === 0 ? (
          <FailedPart
            title="The leads could not be loaded"
            advice="Nothing is lost. Check your connection, then load them again."
            onRetry={() => void leads.refetch()}
          />
        ) : loaded.length === 0 ? (
          <Blank title="No leads yet">A lead gives a number a name: calls from it then show who rang.</Blank>
        ) : (
          <>
            <LeadsTable leads={loaded} />
            <LoadMore
              hasMore={leads.hasNextPage}
              isLoading={leads.isFetchingNextPage}
              isFailed={leads.isFetchNextPageError}
              onMore={loadMore}
              label="Load older leads"
            />
          </>
        )}
      </div>
    </>
  );
}
