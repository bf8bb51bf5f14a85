import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { JobFigures } from '../../features/jobs/job-figures.tsx';
import { JobsTable } from '../../features/jobs/jobs-table.tsx';
import { NoJobs } from '../../features/jobs/no-jobs.tsx';
import { useJobs } from '../../features/jobs/use-jobs.ts';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useSearchCalls } from '../use-search-calls.ts';
import { QueueFoot } from './queue-foot.tsx';
import { QueueHead } from './queue-head.tsx';

const route = getRouteApi('/frame/jobs');

/** All that is done in the background for this organisation: what waits, runs, failed or was set aside. */
export function JobsPage() {
  const filters = route.useSearch();
  const organization = useOrganization();
  const jobs = useJobs(filters);
  const { fetchNextPage } = jobs;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const loaded = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  usePageTitle('Jobs', organization.data?.name);
  useHotkeys({ '/': useSearchCalls() });
  return (
    <>
      <Crumbs>
        <Crumb>Recordings</Crumb>
        <Crumb>Jobs</Crumb>
      </Crumbs>
      <QueueHead />
      <JobFigures totals={jobs.data?.pages[0]?.totals ?? null} filters={filters} />
      <div
        role="region"
        aria-label="List of jobs"
        aria-busy={jobs.isPlaceholderData}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto border-t border-border outline-offset-[-2px]"
      >
        {jobs.isPending || organization.isPending ? (
          <ListSkeleton />
        ) : jobs.isError && loaded.length === 0 ? (
          <FailedPart
            title="The jobs could not be loaded"
            advice="They go on all the same; nothing is lost. Check your connection, then load them again."
            onRetry={() => void jobs.refetch()}
          />
        ) : loaded.length === 0 ? (
          <NoJobs filters={filters} />
        ) : (
          <>
            <JobsTable jobs={loaded} />
            <LoadMore
              hasMore={jobs.hasNextPage}
              isLoading={jobs.isFetchingNextPage}
              isFailed={jobs.isFetchNextPageError}
              onMore={loadMore}
              label="Load more jobs"
            />
          </>
        )}
      </div>
      <QueueFoot keys={[['all shortcuts', '?']]} />
    </>
  );
}
